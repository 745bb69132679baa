"""What the reader of the walk reads."""

from __future__ import annotations

RAILWAY = """Brackwater’s harbour railway carries 61,000 people in its first month

The harbour railway of Brackwater carried 61,000 people in its first month, the town’s transport office said on \
Monday. The line had been closed for nine years after a winter storm washed out the embankment below the fish market.

The repair cost 48 million crowns, less than planned. Some of the money came from the county, the rest was lent by \
the savings bank at 3.2% a year. “We had not hoped for so many,” said Ilse Tarn, who runs the line.

A single ticket costs 12 crowns, and children travel free. On weekdays most passengers are shipyard workers who used \
to take the ferry; at the weekend families ride out to the beach at the end of the line.

Shopkeepers along the quay have mixed feelings. Sales at the covered market rose by 18% in March, but the owner of the \
bicycle stall says that fewer people stop on their way to the boats.

The trains are second-hand. They came from a mining town in the north, where they had stood in a shed for a long \
time. A local workshop rebuilt the doors, and the seats were sewn by pupils of the trade school.

Not everything went well. On the second day a signal failed at the swing bridge, and a full train waited on the water \
until noon. Nobody was hurt. The office has since put a guard at the bridge.

The town council will vote in autumn on a second line. It would lead to the lighthouse, past the old rope works and \
the new hospital, and would need a tunnel under the castle hill.

Critics say that the tunnel is a luxury. The opposition would rather have buses, which could begin within weeks, and \
has asked for an opinion from the university in the county town.

Those who live on the hill have another worry. The rock is full of cellars that nobody has ever mapped, and some of \
them hold wine that has been there for longer than the houses above.

The transport office has promised to listen before anything is dug. Open evenings are planned in the guild hall, \
with maps on the walls and coffee from the station buffet.

For now the railway has what it needs: passengers. Extra trains run in the holidays, and the conductor on the first \
one in the morning still greets everybody by name.

The second line would be 7 km long and could open in spring of the year after next, the office said.
"""

BAKERY = """# Aldbrook’s oldest bakery closes after 140 years

The bakery on Mill Street in Aldbrook will close in June after 140 years, its owner Greta Holm said on Thursday. \
Rents rose by 35% in two years, and nobody in the family wants to get up at three in the morning.

Its rye bread is known far beyond the valley: on Saturdays the shop sells 900 loaves before noon. The oven, built of \
stone from the river, will go to the open-air museum, which paid 20,000 crowns for it.
"""

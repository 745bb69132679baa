"""Text in the encodings people have, with and without a mark, whatever the file is called."""

from __future__ import annotations

import pytest

from desktop_app.sources.document import Document
from desktop_app.sources.formats import read_document

RUSSIAN = (
    "Городской совет утвердил бюджет на следующий год. На ремонт школ выделят 48 миллионов рублей, а на новые "
    "автобусы ещё двенадцать. Против голосовали только три депутата из тридцати пяти."
)
UKRAINIAN = (
    "Міська рада ухвалила бюджет на наступний рік. На ремонт шкіл виділять 48 мільйонів гривень, а на нові автобуси "
    "ще дванадцять. Її рішення підтримали всі, крім трьох депутатів з її ж фракції."
)
ENGLISH = "The council’s plan — a pier of 240 metres — costs £1.5 million. “Too much,” says the café’s owner."
POLISH = (
    "Rada miasta przyjęła w poniedziałek budżet na przyszły rok. Na remonty szkół przeznaczono czterdzieści osiem "
    "milionów złotych, a na nowe autobusy dwanaście. Przeciw głosowało trzech radnych z trzydziestu pięciu."
)
CHINESE = (
    "市议会昨天通过了明年的预算。学校维修将拨款四千八百万元，购买新公共汽车的费用为一千二百万元。"
    "三十五名议员中只有三人投了反对票。"
)
JAPANESE = (
    "市議会は昨日、来年度の予算案を可決しました。学校の修繕に四千八百万円、新しいバスの購入に千二百万円を充てる計画です。"
    "反対したのは三十五人の議員のうち三人だけでした。"
)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(RUSSIAN, codec) for codec in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251", "koi8-r")]
    + [(RUSSIAN, codec) for codec in ("mac-cyrillic", "cp866", "iso8859-5")]
    + [(UKRAINIAN, codec) for codec in ("utf-8", "utf-16", "cp1251", "koi8-u")]
    + [(ENGLISH, codec) for codec in ("utf-8", "utf-16-le", "cp1252")]
    + [(POLISH, codec) for codec in ("utf-8", "cp1250")]
    + [(CHINESE, codec) for codec in ("utf-8", "gb18030")]
    + [(JAPANESE, codec) for codec in ("utf-8", "shift_jis")],
)
@pytest.mark.parametrize("suffix", [".txt", ".log", ""])
def test_plain_text(text: str, encoding: str, suffix: str) -> None:
    assert read_document(Document(f"notes{suffix}", text.encode(encoding), suffix)).text == text


@pytest.mark.parametrize(
    ("text", "encodings"),
    [
        ("Привет, мир!", "utf-8 utf-16 utf-16-le utf-16-be cp1251 koi8-r mac-cyrillic cp866"),
        ("Мэр открыл мост.", "utf-16-le utf-16-be cp1251 koi8-r mac-cyrillic"),
        ("Цена 300 руб.", "utf-16-le utf-16-be cp1251 koi8-r mac-cyrillic"),
        ("Ціна 300 грн.", "utf-16-le cp1251 koi8-u mac-cyrillic"),
        ("Так", "utf-8 utf-16 cp1251 koi8-u mac-cyrillic"),
        ("Café à 3 €", "utf-8 utf-16-le cp1252"),
        ("Die Brücke ist für Fußgänger gesperrt.", "utf-16-le cp1252"),
        ("El niño llegó ayer", "cp1252"),
        ("Žluťoučký kůň příšerně úpěl", "utf-8 cp1250"),
        ("Zażółć gęślą jaźń", "utf-8 cp1250"),
        ("Şehir köprüsü açıldı", "cp1254"),
        ("市议会通过预算。", "utf-8 utf-16 gb18030"),
        ("市議会は予算案を可決。", "utf-8 utf-16 shift_jis"),
    ],
)
def test_short_texts(text: str, encodings: str) -> None:
    found = {name: read_document(Document("notes", text.encode(name))).text for name in encodings.split()}
    assert found == dict.fromkeys(encodings.split(), text)

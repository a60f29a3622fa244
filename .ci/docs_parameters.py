"""Writes the parameters that the staged plugin declares into the help page of each algorithm."""

import html
import importlib.util
import tempfile
from pathlib import Path
from types import ModuleType
from typing import List

REPOSITORY = Path(__file__).resolve().parents[1]
SAMPLE = REPOSITORY / "build" / "skymatch" / "resources" / "sample"
HELP = REPOSITORY / "resources" / "help"
BEGIN, END = "<!-- parameters -->", "<!-- end of parameters -->"


def main() -> None:
    """Renew the part between the marks in each page."""
    demo = load_demo()
    with tempfile.TemporaryDirectory() as folder:
        application = demo.start(Path(folder, "settings"))
        for algorithm in application.processingRegistry().providerById("skymatch").algorithms():
            page = HELP / f"{algorithm.name()}.html"
            text = page.read_text(encoding="utf-8")
            before, rest = text.split(BEGIN)
            after = rest.split(END)[1]
            rows = "\n".join(parameters_of(algorithm) + outputs_of(algorithm))
            page.write_text(f"{before}{BEGIN}\n{rows}\n{END}{after}", encoding="utf-8")
        del application


def load_demo() -> ModuleType:
    """The demo of the sample scene, which knows how to start QGIS with the plugin."""
    spec = importlib.util.spec_from_file_location("demo", SAMPLE / "demo.py")
    demo = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(demo)
    return demo


def parameters_of(algorithm: object) -> List[str]:
    """A paragraph for each parameter: title, name for scripts, and help."""
    found = []
    for parameter in algorithm.parameterDefinitions():
        title, text = html.escape(parameter.description()), html.escape(parameter.help(), False)
        optional = ", optional" if parameter.flags() & parameter.FlagOptional else ""
        name = f"<code>{parameter.name()}</code>{optional}"
        found.append(f"<p><b>{title}</b> ({name})<br/>\n{text}</p>")
    return found


def outputs_of(algorithm: object) -> List[str]:
    """A line for each output that is no parameter too."""
    known = {parameter.name() for parameter in algorithm.parameterDefinitions()}
    rest = [one for one in algorithm.outputDefinitions() if one.name() not in known]
    if not rest:
        return []
    items = [
        f"<li><code>{one.name()}</code>: {html.escape(one.description())}</li>" for one in rest
    ]
    return ["<h2>Numbers and texts for scripts</h2>", "<ul>", *items, "</ul>"]


if __name__ == "__main__":
    main()

"""What others make of the schemas: a second validator on every file of the project, and a language server.

Run from the root of the project, with the program as its argument, in an environment that has
`jsonschema` and `tombi`.
"""

import glob
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import tomllib

import jsonschema

PROGRAM = sys.argv[1]
SCHEMAS = {of: json.loads(pathlib.Path(f"cases/{of}.schema.json").read_text()) for of in ("case", "fund", "prices")}


def read(path):
    try:
        return tomllib.loads(pathlib.Path(path).read_text(encoding="utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError):
        return None


def schema_of(document):
    """Which schema a file is held to."""
    if "price" in document:
        return "prices"
    return "fund" if "fund" in document else "case"


def validator():
    """Whatever `check` takes, the schemas take; and those of them that are wrong for a reason a schema knows."""
    for schema in SCHEMAS.values():
        jsonschema.Draft7Validator.check_schema(schema)
    validators = {of: jsonschema.Draft7Validator(schema) for of, schema in SCHEMAS.items()}
    folders = ("cases", "examples", "tests/problems", "tests/stress", "tests/fund")
    files = sorted(file for folder in folders for file in glob.glob(f"{folder}/**/*.toml", recursive=True))
    command = [PROGRAM, "check", "--format", "ndjson", "--exit-zero", *files]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    assert len(lines) == len(files) > 150
    refused = 0
    for file, line in zip(files, lines):
        document = read(file)
        if document is None:
            continue
        wrong = list(validators[schema_of(document)].iter_errors(document))
        codes = {problem["code"] for problem in json.loads(line).get("problems", [])}
        assert codes or not wrong, (file, wrong[0].message)
        refused += bool(wrong)
        for code in ("key_unknown", "key_required", "key_not_here", "wrong_type", "value_unknown"):
            assert code not in codes or wrong, (file, code)
    assert refused > 40


class Server:
    """A language server for TOML, asked of one file."""

    def __init__(self, folder):
        self.said = {}
        self.asked = 0
        self.process = subprocess.Popen(
            [os.path.join(os.path.dirname(sys.executable), "tombi"), "lsp"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=folder,
        )

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def receive(self):
        length = 0
        while line := self.process.stdout.readline().strip():
            if line.lower().startswith(b"content-length"):
                length = int(line.split(b":")[1])
        return json.loads(self.process.stdout.read(length))

    def ask(self, method, **params):
        self.asked += 1
        self.send({"id": self.asked, "method": method, "params": params})
        while True:
            message = self.receive()
            if message.get("method") == "textDocument/publishDiagnostics":
                self.said[message["params"]["uri"]] = message["params"]["diagnostics"]
            if "method" in message and "id" in message:
                configures = message["method"] == "workspace/configuration"
                self.send({"id": message["id"], "result": [{}] if configures else None})
            if message.get("id") == self.asked and "method" not in message:
                return message.get("result")

    def ask_until(self, told, method, **params):
        """The first answer that tells something: a server says nothing of a file that it is still reading."""
        for _ in range(100):
            answer = self.ask(method, **params)
            if told(answer):
                return
            time.sleep(0.3)
        raise AssertionError((method, answer))


CASE = """#:schema ./case.schema.json
format = 1

[case]
name = "X"
start = "2027-01"

[cost.x]

[avoided.z]
party = "p"
amount = 4
per = "week"
deadweight = "30%"
"""


def editor():
    """Keys are offered below `[cost.x]`, a key tells what it means, and what may not stand there is marked."""
    with tempfile.TemporaryDirectory() as folder:
        schema = pathlib.Path(folder, "case.schema.json")
        schema.write_text(json.dumps(SCHEMAS["case"]))
        uri = pathlib.Path(folder, "case.toml").as_uri()
        server = Server(folder)
        server.ask("initialize", processId=None, rootUri=pathlib.Path(folder).as_uri(), capabilities={})
        server.send({"method": "initialized", "params": {}})
        document = {"uri": uri, "languageId": "toml", "version": 1, "text": CASE}
        server.send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        line = CASE.splitlines().index
        at = lambda line, character: {"textDocument": {"uri": uri}, "position": {"line": line, "character": character}}
        keys = {"amount", "per", "life", "source"}
        labels = lambda told: {item["label"] for item in (told["items"] if isinstance(told, dict) else told or [])}
        server.ask_until(lambda told: keys <= labels(told), "textDocument/completion", **at(line("[cost.x]") + 1, 0))
        meant = lambda told: "zou toch gebeurd zijn" in json.dumps(told)
        server.ask_until(meant, "textDocument/hover", **at(line('deadweight = "30%"'), 2))
        noted = lambda told: server.said.get(uri) or (told or {}).get("items", [])
        marked = lambda told: any('"week"' in item["message"] for item in noted(told))
        server.ask_until(marked, "textDocument/diagnostic", textDocument={"uri": uri})
        server.process.kill()


validator()
editor()

"""What LibreOffice, Gnumeric and IronCalc make of the workbooks that bizcase writes.

Run with the program, `all` or the number of a sample, and files of cases, in an environment that has `ironcalc`, with
`soffice` and `ssconvert` on the path. Every workbook is handed to them with nothing in it that a formula comes to, so
that only who works it out again finds it. As it was exported every cell is held against what bizcase came to. Then, one by
one, an input is changed in its cell by an odd cent or a hundredth of a percent, and what is requested becomes
promised: every figure of every sheet is then what `bizcase report --set` makes of it, or says that it does not know.
"""

import concurrent.futures
import difflib
import html
import itertools
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import zipfile
from decimal import Decimal

import ironcalc

# What stands in a cell whose formula nobody has worked out again.
SPOILT = -77777
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>{mode}</value></prop>
</item></oor:items>
"""
ALWAYS, NEVER = 0, 1
# So many workbooks are handed over at once.
AT_ONCE = 30
# Of each case so much is changed in a sample.
SAMPLE = 2
# A part of a cent is rounded to nine decimals, the last of which programs may round otherwise; sums add that up. A test
# takes a tenfold of this for nothing.
HAIR = 1e-7
ASK = ("veranderd: vraag bizcase", "changed: ask bizcase")
CELL = re.compile(r"<c ([^>]*?)(?:/>|>(.*?)</c>)", re.DOTALL)
FORMULA = re.compile(r"<f[^>]*>(.*?)</f>", re.DOTALL)
VALUE = re.compile(r"<v[^>]*>(.*?)</v>", re.DOTALL)


def attributes(text):
    return dict(re.findall(r'([\w:]+)="([^"]*)"', text))


class Cell:
    """A cell: its formula, if it has one, and what it comes to."""

    def __init__(self, head, body, texts):
        self.formula = FORMULA.search(body)
        self.formula = html.unescape(self.formula[1]) if self.formula else None
        value = VALUE.search(body)
        self.value = html.unescape(value[1]) if value else None
        self.style = int(head.get("s", 0))
        match head.get("t", "n") if value else None:
            case "s":
                self.value = texts[int(self.value)]
            case "b":
                self.value = self.value == "1"
            case "n":
                self.value = float(self.value)


class Workbook:
    """What stands in the file of a workbook."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as archive:
            self.parts = {part: archive.read(part) for part in archive.namelist()}
        texts = re.findall(r"<si>(.*?)</si>", self.text("xl/sharedStrings.xml"), re.DOTALL)
        texts = [html.unescape("".join(re.findall(r"<t[^>]*>(.*?)</t>", text, re.DOTALL))) for text in texts]
        links = {}
        for link in map(attributes, re.findall(r"<Relationship ([^>]*)>", self.text("xl/_rels/workbook.xml.rels"))):
            links[link["Id"]] = "xl/" + link["Target"].removeprefix("/xl/").removeprefix("/")
        self.part_of, self.shown, self.sheets = {}, [], {}
        for sheet in map(attributes, re.findall(r"<sheet ([^>]*)>", self.text("xl/workbook.xml"))):
            name = html.unescape(sheet["name"])
            self.part_of[name] = links[sheet["r:id"]]
            self.shown += [] if "hidden" in sheet.get("state", "").lower() else [name]
            cells = CELL.findall(self.text(self.part_of[name]))
            heads = [(attributes(head), body) for head, body in cells if body]
            self.sheets[name] = {head["r"]: Cell(head, body, texts) for head, body in heads}

    def text(self, part):
        return self.parts.get(part, b"").decode()

    def formulas(self, sheets):
        """What the formulas of some sheets come to."""
        return {
            name: {place: cell.value for place, cell in self.sheets[name].items() if cell.formula is not None}
            for name in sheets
        }

    def percentages(self):
        """The styles of percentages."""
        styles = self.text("xl/styles.xml")
        formats = {it["numFmtId"]: it["formatCode"] for it in map(attributes, re.findall(r"<numFmt ([^>]*)/>", styles))}
        cells = re.findall(r"<xf ([^>]*)", styles[styles.index("<cellXfs"):styles.index("</cellXfs>")])
        codes = [attributes(cell)["numFmtId"] for cell in cells]
        # 9 and 10 are built in: 0% and 0.00%.
        return {style for style, code in enumerate(codes) if code in "9 10".split() or "%" in formats.get(code, "")}

    def inputs(self):
        """The live inputs: a path, the cell, its value as a decimal or a word, and the least step."""
        sheet = self.sheets[self.shown[2]]
        rules = {}
        for head, rule in re.findall(r"<dataValidation ([^>]*)>(.*?)</dataValidation>",
                                     self.text(self.part_of[self.shown[2]]), re.DOTALL):
            rules[attributes(head)["sqref"]] = html.unescape(rule)
        percentages = self.percentages()
        for place, rule in rules.items():
            cell, row = sheet[place], re.search(r"\d+", place)[0]
            path = sheet[f"B{row}"].value
            if isinstance(cell.value, str):
                yield path, place, cell.value, None, False
                continue
            steps = int(re.search(r"\*(\d+),0\)", rule)[1])
            most = Decimal(re.search(r"<=(-?[\d.]+)", rule)[1])
            value = round(Decimal(cell.value), len(str(steps)) - 1)
            step = Decimal(1) / steps
            yield path, place, value, value + (step if value + step <= most else -step), cell.style in percentages

    def every_value(self):
        """The numbers of the sheet of inputs, by path."""
        sheet, percentages = self.sheets[self.shown[2]], self.percentages()
        found = {}
        for place, cell in sheet.items():
            path = sheet.get(f"B{place[1:]}")
            if place[0] == "C" and path and isinstance(cell.value, float):
                found[path.value] = (Decimal(repr(cell.value)), cell.style in percentages)
        return found

    def spoilt(self, out, sheet=None, place=None, value=None):
        """The same without what formulas come to, and perhaps with something else in a cell."""
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            parts = {part: name for name, part in self.part_of.items()}
            for part, data in self.parts.items():
                name = parts.get(part)
                if name:
                    changed = (place, value) if name == sheet else (None, None)
                    data = CELL.sub(lambda cell: without(cell, *changed), data.decode()).encode()
                archive.writestr(part, data)


def without(cell, place, value):
    """A cell without what its formula comes to, or with something else in it."""
    head, body = attributes(cell[1]), cell[2] or ""
    if head["r"] == place:
        if isinstance(value, str):
            return f'<c r="{place}" s="{head["s"]}" t="inlineStr"><is><t>{value}</t></is></c>'
        return f'<c r="{place}" s="{head["s"]}"><v>{value}</v></c>'
    if "<f" not in body:
        return cell[0]
    return f'<c r="{head["r"]}" s="{head.get("s", 0)}">{VALUE.sub(f"<v>{SPOILT}</v>", body)}</c>'


def written(value, percentage):
    """A number as a file has it."""
    if percentage:
        return f'"{(value * 100).normalize():f}%"'
    value = value.normalize()
    # Three decimals look like thousands.
    return f"{value:.4f}" if value.as_tuple().exponent == -3 else f"{value:f}"


def laid(path, value, percentage, every):
    """The argument that says the same to bizcase: of a list all of it."""
    base, _, item = path.rpartition(".")
    if not item.isdecimal():
        return f"{path}={written(value, percentage)}"
    items = []
    while (f"{base}.{len(items) + 1}") in every:
        one = f"{base}.{len(items) + 1}"
        items.append(written(*((value, percentage) if one == path else every[one])))
    return f"{base}=[{', '.join(items)}]"


class Job:
    """A workbook for the programs, with what every cell of it should come to."""

    def __init__(self, name, path, expected, may_ask=frozenset()):
        self.name, self.path, self.expected, self.may_ask = name, path, expected, may_ask

    def differences(self, engine, cells):
        """How many cells an engine was asked for, and where it comes to something else."""
        count, wrong = 0, []
        for sheet, values in self.expected.items():
            for place, value in values.items():
                count += 1
                came_to = cells.get(sheet, {}).get(place)
                if came_to in ASK and (sheet, place) in self.may_ask or agree(came_to, value):
                    continue
                wrong.append(f"{engine}, {self.name}, {sheet}!{place}: {came_to!r}, and not {value!r}")
        return count, wrong


def agree(one, two):
    """Whole numbers are the same, but that a part of a cent that comes to one may be a hair more or less; of others less
    than a thousandth of a cent may be lost."""
    if isinstance(one, float | int) and isinstance(two, float) and not isinstance(one, bool):
        return abs(one - two) <= (HAIR if two % 1 == 0 else max(HAIR, 1e-12 * abs(two)))
    return type(one) is type(two) and one == two


def may_ask(workbook):
    """The cells that do not know any more once anything is changed: sentences, present values, and what follows them."""
    sentence = workbook.sheets[workbook.shown[1]]["A3"].formula
    begins = sentence[:sentence.index(",") + 1]
    fixed = {
        f"{sheet}!{place}" for sheet, cells in workbook.sheets.items() for place, cell in cells.items()
        if cell.formula and cell.formula.startswith(begins)
    }
    for sheet in workbook.shown:
        for place, cell in workbook.sheets[sheet].items():
            if cell.formula and (cell.formula.startswith(begins) or not fixed.isdisjoint(re.findall(r"\w+![A-Z]+\d+", cell.formula))):
                yield sheet, place


def rows(cells):
    """The rows of a sheet by what stands first in them."""
    return [(cell.value, place[1:]) for place, cell in cells.items() if re.fullmatch(r"A\d+", place)]


def in_place(cells, others):
    """What the formulas of a sheet should come to, by the same sheet of another workbook: where nothing is requested
    any more, that has no line for it."""
    here, there = rows(cells), rows(others)
    matches = difflib.SequenceMatcher(None, [name for name, _ in here], [name for name, _ in there], autojunk=False)
    same = {}
    for match in matches.get_matching_blocks():
        for step in range(match.size):
            same[here[match.a + step][1]] = there[match.b + step][1]
    for place, cell in cells.items():
        letters, row = re.fullmatch(r"([A-Z]+)(\d+)", place).groups()
        other = others.get(f"{letters}{same[row]}") if row in same else None
        if cell.formula is not None and other and other.value is not None:
            yield place, other.value


class Bench:
    """Where the workbooks are made."""

    def __init__(self, program, folder):
        self.program, self.folder, self.made = program, pathlib.Path(folder), 0

    def report(self, file, *arguments):
        """The workbook of a case; nothing where the file may not say that."""
        out = self.folder / "report.xlsx"
        out.unlink(missing_ok=True)
        subprocess.run([self.program, "report", file, "-o", out, *arguments], capture_output=True)
        return Workbook(out) if out.exists() else None

    def path(self):
        self.made += 1
        return self.folder / f"{self.made:05}.xlsx"

    def jobs(self, file, dice):
        """A case as it was exported, and changed."""
        base = self.report(file)
        if base is None:
            sys.exit(f"{file} has no workbook")
        name = pathlib.Path(file).stem
        path = self.path()
        base.spoilt(path)
        yield Job(name, path, base.formulas(base.sheets))
        every, asks = base.every_value(), frozenset(may_ask(base))
        changes = list(base.inputs())
        if dice and len(changes) > SAMPLE:
            changes = dice.sample(changes, SAMPLE)
        for target, place, value, to, percentage in changes:
            if to is None:
                to = {"nee": "ja", "no": "yes"}[value]
                argument = target.removesuffix(".promised") + ".status=committed"
            else:
                argument = laid(target, to, percentage, every)
            other = self.report(file, "--set", argument)
            if other is None:
                print(f"{name}: {argument} is not taken", file=sys.stderr)
                continue
            path = self.path()
            base.spoilt(path, base.shown[2], place, to if isinstance(to, str) else float(to))
            figures = {sheet: dict(in_place(base.sheets[sheet], other.sheets[sheet])) for sheet in base.shown}
            yield Job(f"{name}, {argument}", path, figures, asks)


def libreoffice(paths, folder, mode):
    """The same workbooks, as LibreOffice writes them."""
    with tempfile.TemporaryDirectory() as home:
        profile = pathlib.Path(home, "user")
        profile.mkdir()
        (profile / "registrymodifications.xcu").write_text(SETTINGS.format(mode=mode))
        command = ["soffice", f"-env:UserInstallation=file://{home}", "--headless", "--norestore"]
        command += ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder)]
        subprocess.run([*command, *paths], check=True, capture_output=True)


def found(path):
    """What the formulas of a workbook come to, as it says itself."""
    workbook = Workbook(path)
    return workbook.formulas(workbook.sheets)


def in_libreoffice(jobs):
    with tempfile.TemporaryDirectory() as folder:
        libreoffice([job.path for job in jobs], folder, ALWAYS)
        for job in jobs:
            yield job, found(pathlib.Path(folder, job.path.name))


def in_gnumeric(jobs):
    with tempfile.TemporaryDirectory() as folder:
        for job in jobs:
            out = pathlib.Path(folder, job.path.name)
            subprocess.run(["ssconvert", "--recalc", job.path, out], check=True, capture_output=True)
            yield job, found(out)
            out.unlink()


def in_ironcalc(jobs):
    for job in jobs:
        model = ironcalc.load_from_xlsx(str(job.path), "en", "UTC")
        model.evaluate()
        named = {sheet["name"]: place for place, sheet in enumerate(model.get_worksheets_properties())}
        cells = {}
        for sheet, values in job.expected.items():
            cells[sheet] = {}
            for place in values:
                letters, row = re.fullmatch(r"([A-Z]+)(\d+)", place).groups()
                column = ironcalc.column_number_from_name(letters)
                cells[sheet][place] = model.get_cell_value(named[sheet], int(row), column)
        yield job, cells


ENGINES = {"LibreOffice": in_libreoffice, "Gnumeric": in_gnumeric, "IronCalc": in_ironcalc}


def held(engine, jobs):
    """Some workbooks in an engine: how many cells there were, and where it differs."""
    total, wrong = 0, []
    for job, cells in ENGINES[engine](jobs):
        count, more = job.differences(engine, cells)
        assert count > 50, job.name
        total, wrong = total + count, wrong + more
    return total, wrong


def sees_what_is_spoilt(job):
    """Where nothing is worked out again every cell is the spoilt one: so it is seen whether it was."""
    with tempfile.TemporaryDirectory() as folder:
        libreoffice([job.path], folder, NEVER)
        cells = found(pathlib.Path(folder, job.path.name))
    count, wrong = job.differences("LibreOffice", cells)
    assert len(wrong) == count, (len(wrong), count)
    assert {value for values in cells.values() for value in values.values()} == {SPOILT}


def main(program, sample, files):
    dice = None if sample == "all" else random.Random(int(sample))
    counts, cells, exported, changed, wrong = {}, dict.fromkeys(ENGINES, 0), 0, 0, []
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor() as pool:
        bench = Bench(program, folder)
        jobs = (job for file in files for job in bench.jobs(file, dice))
        while batch := list(itertools.islice(jobs, AT_ONCE)):
            if not exported:
                sees_what_is_spoilt(batch[0])
            for engine, (count, differing) in zip(ENGINES, pool.map(lambda engine: held(engine, batch), ENGINES)):
                cells[engine] += count
                wrong += differing
            changed += sum(bool(job.may_ask) for job in batch)
            exported += sum(not job.may_ask for job in batch)
            for job in batch:
                job.path.unlink()
    print(f"{exported} workbooks as they were exported, {changed} changed; cells held: {cells}; {len(wrong)} differ")
    print(*wrong[:40], sep="\n")
    sys.exit(bool(wrong) or not exported)


main(sys.argv[1], sys.argv[2], sys.argv[3:])

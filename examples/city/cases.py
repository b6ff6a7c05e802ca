#!/usr/bin/env python3
"""Makes a city: as many cases as are asked for, of a dozen kinds, the same ones for the same seed.

What each party is asked, has promised, pays and saves in each year is added up here as the cases are made, in
whole cents: no arithmetic is shared with bizcase, so the two can be held against each other.

    cases.py --cases 10000 --seed 1 OUT

writes OUT/cases.ndjson (a line for `bizcase pipe` a case), OUT/files/ (the same as files) and OUT/known.csv.
"""

import argparse
import collections
import csv
import json
import pathlib
import random

COLUMNS = ["asked", "promised", "paid", "repaid", "saved", "cashable"]
PARTIES = {
    "town": ("The town", True),
    "province": ("The province", True),
    "insurer": ("Insurer", False),
    "corporation": ("Housing corporation", False),
    "fund": ("Neighbourhood fund", False),
    "members": ("Members", False),
}
# One in so many files has a key that is misspelled, as files of people have.
BROKEN = 250


class Case:
    """A case that is written while it is added up."""

    def __init__(self, kind, number, dice):
        self.kind, self.number, self.dice = kind, number, dice
        self.years = dice.randint(1, 5)
        self.year, self.month = dice.randint(2026, 2029), dice.choice([1, 1, 1, 4, 7, 10])
        self.district = dice.choice(["Noord", "Oost", "Zuid", "West"])
        self.currency = "GBP" if dice.randrange(40) == 0 else "EUR"
        self.head, self.parties, self.entries = [], [], []
        self.sums = collections.Counter()

    @property
    def months(self):
        return self.years * 12

    def date(self, month):
        """The calendar year and month of a month of the case, counted from 0."""
        months = self.year * 12 + self.month - 1 + month
        return months // 12, months % 12 + 1

    def on(self, month):
        return "%04d-%02d" % self.date(month)

    def add(self, party, column, month, cents):
        """Adds cents of a party in a month of the case, if that is within its years."""
        if party and 0 <= month < self.months:
            self.sums[self.currency, party, self.date(month)[0], column] += cents

    def entry(self, group, name, **keys):
        party = keys.get("party")
        if party and party not in self.parties:
            self.parties.append(party)
        self.entries.append((group, name, keys))

    def cost(self, euros):
        self.entry("cost", "work", amount=euros, per="month")

    def pays(self, name, kind, party, euros, asked=False, **keys):
        """Income each month, that is paid when it accrues but for a delay."""
        delay = keys.pop("delay", 0)
        if kind != "sales":
            keys["status"] = "requested" if asked else "committed"
        if party:
            keys["party"] = party
        if delay:
            keys["delay"] = "%d months" % delay
        self.entry("funding", name, kind=kind, amount=euros, per="month", **keys)
        for month in range(self.months):
            self.paid(party, kind, asked, month + delay, 100 * euros)

    def paid(self, party, kind, asked, month, cents):
        self.add(party, "paid", month, cents)
        if kind != "sales":
            self.add(party, "asked" if asked else "promised", month, cents)

    def saves(self, name, party, euros, cashable, **keys):
        """What a party saves each month; percentages are such that no cent is broken."""
        left = 1.0
        for share in keys.values():
            left *= 1 - int(share.rstrip("%")) / 100
        # Whole euros that are tenths of tens: exact in cents.
        cents = round(100 * euros * left)
        self.entry("avoided", name, party=party, amount=euros, per="month", cashable="%d%%" % cashable, **keys)
        for month in range(self.months):
            self.add(party, "saved", month, cents)
            self.add(party, "cashable", month, cents * cashable // 100)
        return cents * cashable // 100

    def text(self):
        lines = ["format = 1", "", "[case]", 'name = "%s %d"' % (self.kind, self.number)]
        lines += ['start = "%s"' % self.on(0), "years = %d" % self.years]
        lines += ['currency = "%s"' % self.currency, 'tags = ["%s", "%s"]' % (self.kind, self.district)]
        lines += self.head
        for party in self.parties:
            name, public = PARTIES[party]
            lines += ["", "[party.%s]" % party, 'name = "%s"' % name, "public = %s" % str(public).lower()]
        for group, name, keys in self.entries:
            lines += ["", "[%s.%s]" % (group, name)]
            lines += ["%s = %s" % (key, value if key == "at" else json.dumps(value)) for key, value in keys.items()]
        return "\n".join(lines) + "\n"


def kitchen(case, dice):
    euros = 10 * dice.randint(20, 400)
    case.cost(euros)
    case.pays("contract", "contract", "town", euros - dice.choice([0, 0, 10]))
    case.saves("visits", "insurer", 10 * dice.randint(1, 200), 40)
    case.entry("funding", "hours", kind="in_kind", amount=10 * dice.randint(1, 50), per="month")


def garden(case, dice):
    euros = 10 * dice.randint(5, 80)
    case.cost(euros)
    case.pays("share", "contribution", "town", euros, asked=True)
    case.saves("upkeep", "corporation", 10 * dice.randint(1, 40), 100)


def workshop(case, dice):
    euros = 10 * dice.randint(10, 300)
    case.head.append("opening_cash = %d" % (2 * euros))
    case.cost(euros)
    case.pays("repairs", "sales", "corporation", euros + 10, delay=1)


def library(case, dice):
    euros = 10 * dice.randint(10, 100)
    case.cost(euros)
    case.pays("fees", "sales", None, euros // 2)
    case.pays("grant", "grant", "province", euros - euros // 2, asked=True)


def shuttle(case, dice):
    euros = 10 * dice.randint(10, 200)
    case.cost(euros)
    case.pays("fares", "sales", None, euros // 2)
    case.pays("half", "contract", "town", euros - euros // 2)
    case.pays("more", "subsidy", "province", 10, asked=True)


def laundry(case, dice):
    each, months = 10 * dice.randint(1, 50), 12
    case.cost(10)
    case.pays("washing", "sales", None, 10 + each)
    case.entry("cost", "machines", amount=each * months, per="once", life="10 years")
    case.entry("funding", "loan", kind="loan", party="fund", status="committed", amount=each * months,
               repayment="linear", term="%d months" % months)
    case.paid("fund", "loan", False, 0, 100 * each * months)
    for month in range(months):
        case.add("fund", "repaid", month, 100 * each)


def coaching(case, dice):
    euros = 10 * dice.randint(10, 500)
    case.cost(euros)
    case.pays("places", "contract", "town", euros)
    case.saves("benefits", "town", 10 * dice.randint(10, 800), 60, deadweight="20%", attribution="50%")


def shelter(case, dice):
    saved = 100 * dice.randint(5, 100)
    cashable = case.saves("nights", "insurer", saved, 50)
    case.cost(max(1, cashable // 200))
    case.entry("funding", "results", kind="outcome", of="nights", share="50%", status=dice.choice(["committed", "requested"]))
    asked = case.entries[-1][2]["status"] == "requested"
    for month in range(case.months):
        case.paid("insurer", "outcome", asked, month, cashable // 2)


def hall(case, dice):
    euros, rent = 100 * dice.randint(1, 90), 10 * dice.randint(2, 60)
    case.cost(rent)
    case.pays("rents", "sales", None, rent)
    case.entry("funding", "shares", kind="equity", party="members", status="committed", amount=euros, per="once")
    case.paid("members", "equity", False, 0, 100 * euros)


def market(case, dice):
    euros, month = 50 * dice.randint(1, 90), dice.randrange(12)
    case.cost(10)
    case.pays("stalls", "sales", None, 10)
    case.entry("funding", "gift", kind="donation", party="fund", status="requested", amount=euros, on=case.on(month))
    case.paid("fund", "donation", True, month, 100 * euros)


def language(case, dice):
    euros = 10 * dice.randint(10, 100)
    case.head.append("ends = true")
    case.cost(euros)
    parts = {month: 12 * euros for month in range(0, case.months, 12)}
    case.entry("funding", "project", kind="subsidy", party="province", status="committed",
               at="{ %s }" % ", ".join('"%s" = %d' % (case.on(month), part) for month, part in parts.items()))
    for month, part in parts.items():
        case.paid("province", "subsidy", False, month, 100 * part)


def sport(case, dice):
    euros = 20 * dice.randint(5, 100)
    case.cost(2 * euros)
    case.pays("town_half", "contract", "town", euros, asked=dice.random() < 0.5)
    case.pays("insurer_half", "contract", "insurer", euros, asked=dice.random() < 0.5)
    case.saves("care", "insurer", 10 * dice.randint(1, 300), 30)
    case.saves("benefits", "province", 10 * dice.randint(1, 50), 0)


KINDS = [kitchen, garden, workshop, library, shuttle, laundry, coaching, shelter, hall, market, language, sport]


def city(cases, seed):
    """The cases, each with its id, its text and what it adds to the sums; nothing where it is broken."""
    dice = random.Random(seed)
    for number in range(cases):
        make = KINDS[number % len(KINDS)]
        case = Case(make.__name__, number, dice)
        make(case, dice)
        text = case.text()
        if dice.randrange(BROKEN) == 0:
            yield "%07d" % number, text.replace("\namount = ", "\namuont = ", 1), None
        else:
            yield "%07d" % number, text, case.sums


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--cases", type=int, default=10_000)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--no-files", action="store_true", help="write the lines alone")
    arguments.add_argument("out", type=pathlib.Path)
    asked = arguments.parse_args()
    files = asked.out / "files"
    (asked.out if asked.no_files else files).mkdir(parents=True, exist_ok=True)
    sums, broken = collections.Counter(), 0
    with open(asked.out / "cases.ndjson", "w", encoding="utf-8", newline="\n") as lines:
        for id, text, adds in city(asked.cases, asked.seed):
            lines.write(json.dumps({"id": id, "text": text}) + "\n")
            if not asked.no_files:
                (files / (id + ".toml")).write_text(text, encoding="utf-8")
            if adds is None:
                broken += 1
            else:
                sums.update(adds)
    with open(asked.out / "known.csv", "w", encoding="utf-8", newline="") as known:
        table = csv.writer(known, lineterminator="\n")
        table.writerow(["currency", "party", "year"] + COLUMNS)
        for currency, party, year in sorted({key[:3] for key in sums}):
            cents = [sums[currency, party, year, column] for column in COLUMNS]
            table.writerow([currency, party, year] + ["%d.%02d" % divmod(it, 100) for it in cents])
    print("%d cases, %d of them broken" % (asked.cases, broken))


if __name__ == "__main__":
    main()

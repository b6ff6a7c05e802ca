//! Dutch words of the command line about itself; in English they stand with the arguments.

use crate::language::Slip;
use crate::language::spelled::listed;
use std::io;

/// Before a line of usage.
pub const USAGE: &str = "Gebruik";
/// Over the commands.
pub const COMMANDS: &str = "Opdrachten";
/// Over what is given by its place.
pub const ARGUMENTS: &str = "Argumenten";
/// Over what is given by its name.
pub const OPTIONS: &str = "Opties";
/// What stands for options in a line of usage.
pub const SOME_OPTIONS: &str = "OPTIES";
/// What stands for a command there.
pub const COMMAND: &str = "OPDRACHT";
/// Before what holds when nothing is said.
pub const DEFAULT: &str = "standaard";
/// Before what can be chosen from.
pub const POSSIBLE_VALUES: &str = "mogelijke waarden";

/// What a command does.
pub fn command(name: &str) -> Option<&'static str> {
    Some(match name {
        "bizcase" => "Is de businesscase van een maatschappelijk initiatief sluitend?",
        "check" => "Is de businesscase sluitend? De exitcode zegt het ook",
        "show" => {
            "De tabellen: investeringen en financiering, exploitatie, liquiditeit, balans, leningen, \
             contante waarden"
        }
        "compare" => {
            "Naast elkaar: een businesscase of fonds met zijn scenario's, of meerdere bestanden"
        }
        "close" => {
            "Wat de businesscase sluitend zou maken en wie u kunt vragen; van een sluitende: hoeveel \
             ruimte er is"
        }
        "sensitivity" => "Van welke getallen het oordeel afhangt: tornado en omslagwaarden",
        "stress" => {
            "Ingebouwde schokken: crisis, verkiezingen, in één keer stoppen of een overgangsperiode"
        }
        "simulate" => {
            "Hoe zeker is het dat de businesscase sluitend is? Rekent met de bandbreedtes en kansen \
             in het bestand"
        }
        "fund" => "Een revolverend fonds over veel businesscases: blijft het kapitaal in stand?",
        "explain" => {
            "Hoe een cijfer tot stand komt, stap voor stap: de formule, de invoer en waar die staat"
        }
        "report" => {
            "Eén document voor wie beslist: een webpagina, een PDF, Markdown of een werkmap"
        }
        "portfolio" => {
            "Veel businesscases samen: wat er aan wie wordt gevraagd, en wat daarvan afhangt"
        }
        "pipe" => {
            "Rekent voor een programma dat werk verdeelt: een regel JSON erin, een regel JSON eruit"
        }
        "prices" => {
            "Wat dingen anderen kosten, met een bron: een prijslijst, doorzocht in het Nederlands en Engels"
        }
        "new" => "Een eerste businesscase, uit vragen",
        "schema" => "Het bestandsformaat als JSON Schema, voor een editor",
        "completions" => {
            "Wat een shell moet weten om opdrachten en wat in bestanden staat aan te vullen"
        }
        "complete" => "Wat er op een regel kan volgen, op elke regel een woord",
        "help" => "Toon dit bericht of de hulp bij een opdracht",
        "sources" => {
            "Waar de getallen vandaan komen en hoeveel er van elk afhangt: eerst wat niemand heeft bevestigd"
        }
        _ => return None,
    })
}

/// What more there is to say of it.
pub fn more(command: &str) -> Option<&'static str> {
    Some(match command {
        "bizcase" => {
            "Leest businesscases uit TOML-bestanden, rekent ze tot op de cent door en vertelt of ze \
             sluitend zijn, waarom, en op welke toezeggingen. Het bestandsformaat is beschreven in \
             cases/README.md van het project."
        }
        "check" => {
            "Exitcodes: 0 sluitend (of zoals `[expect]` zegt), 1 niet sluitend, 3 sluitend onder \
             voorwaarde, 2 de invoer klopt niet; van meerdere bestanden de ernstigste: 2, dan 1, \
             dan 3."
        }
        "compare" => {
            "Van één bestand: de businesscase of het fonds en elk scenario daarvan, of alleen die bij \
             `--scenario` zijn genoemd; van meerdere bestanden elk een kolom, vergeleken met het \
             eerste. Fondsen staan alleen naast fondsen. Exitcodes: 0, of 2 als de invoer niet klopt."
        }
        "close" => {
            "Elke wijziging is zo groot als nodig is om de businesscase met alleen toegezegde \
             financiering sluitend te maken, als al het andere gelijk blijft; eronder staat de \
             opdracht waarmee u dat controleert. Exitcodes: 0, wat er ook uitkomt; 2 de invoer klopt \
             niet."
        }
        "sensitivity" => {
            "Elk getal wordt afzonderlijk gevarieerd, over zijn bandbreedte in het bestand of anders \
             met 10%; en gezocht wordt de waarde, zo dicht mogelijk bij de huidige, waarbij het \
             oordeel omslaat."
        }
        "stress" => {
            "Wat elke schok inhoudt, is in te stellen in het bestand, in `[stress.crisis]` en verder. \
             De exitcode is 0 als ze te berekenen waren, wat er ook uitkomt, en 2 als de invoer niet \
             klopt."
        }
        "simulate" => {
            "Voor elke doorrekening wordt elk getal met een bandbreedte, zoals `price = { low = 6.50, \
             likely = 7.50, high = 8.50 }`, opnieuw getrokken, en wordt elke aanvraag met een kans \
             (`chance`) toegekend of niet; elke doorrekening wordt beoordeeld zoals `check` dat doet."
        }
        "fund" => {
            "Leent uit, krijgt terugbetaald en leent weer uit, maand voor maand, aan de initiatieven \
             die het bestand noemt en aan veel kleine leners. Exitcodes als bij `check`: 0 het \
             kapitaal blijft in stand (of zoals `[expect]` zegt), 1 niet, 3 alleen als prijsstijging \
             niet meetelt, 2 de invoer klopt niet."
        }
        "report" => {
            "De uitgang van het bestand dat wordt geschreven zegt wat het wordt: .html, .pdf, .md, of .xlsx van een plan. \
             Wat er stond, wordt pas vervangen als alles af is. Met dezelfde bestanden komt er precies \
             hetzelfde uit, behalve bij een PDF: daar zet de browser een datum in. Exitcodes: 0 het is \
             geschreven, of hoort met --check nog bij zijn bestanden; 1 met --check hoort het er niet \
             meer bij; 2 de invoer klopt niet, of er is geen browser voor een PDF."
        }
        "portfolio" => {
            "Telt de businesscases van een stad op per kalenderjaar, in centen zoals ze worden geboekt: hoeveel er \
             sluitend zijn en wat er aan de andere ontbreekt, wat elke partij wordt gevraagd, heeft toegezegd, betaalt \
             en bespaart, welke businesscases van haar afhangen, hoeveel kas wanneer nodig is, en wat elke aanvraag \
             sluitend maakt. Businesscases in meerdere valuta blijven uit elkaar. Exitcodes: 0, wat er ook uitkomt; 2 \
             als een van de bestanden niet klopt, dat dan nergens meetelt."
        }
        "pipe" => {
            "Elke regel van standaardinvoer is een object met een `id` en een businesscase, als `text` of \
             als `file` onder `--root`; `scenario` en `set` mogen er iets op toepassen. Elke regel van \
             standaarduitvoer is het antwoord op één regel, in dezelfde volgorde: wat de opdracht met \
             `--format json` geeft, of wat er niet klopt. Een regel die niet klopt kost alleen zijn eigen \
             antwoord. Exitcodes: 0, wat de antwoorden ook zijn; 2 als het niet kon beginnen, of als de \
             invoer afbrak."
        }
        "new" => {
            "Vraagt in een terminal wat er te weten is, in de taal van `--lang` of van de computer. Elk \
             antwoord mag worden overgeslagen, en getallen en maanden schrijft u zoals u dat gewend bent: \
             `1.250,50`, `€ 3k`, `maart 2027`. Het bestand dat wordt geschreven is er een om mee verder te \
             gaan; `check` volgt meteen. Exitcodes: 0 het is geschreven, wat `check` er ook van vindt; 2 \
             het is niet geschreven."
        }
        "prices" => {
            "Een businesscase neemt een prijs over met `price_from`, in prijzen van het jaar voor de start."
        }
        "schema" => {
            "Wie `#:schema case.schema.json` boven een bestand zet, krijgt in een editor die dat leest \
             de sleutels met hun uitleg aangeboden, en ziet wat er niet mag staan. De beschrijvingen \
             zijn in het Engels en het Nederlands."
        }
        "completions" => {
            "Bash: `source <(bizcase completions bash)` in ~/.bashrc. Zsh: hetzelfde met zsh in ~/.zshrc, \
             onder `compinit`. Fish: `bizcase completions fish > \
             ~/.config/fish/completions/bizcase.fish`. PowerShell: `bizcase completions powershell | \
             Out-String | Invoke-Expression` in `$PROFILE`."
        }
        "explain" => {
            "Zonder pad volgt een lijst van wat kan worden opgevraagd: `verdict`, `test.liquidity`, \
             `cash.2029-03`, `party.ID.net`, `cost.ID.2028`, `funding.ID.cash.2027-03`, `npv` \
             enzovoort."
        }
        _ => return None,
    })
}

/// What an argument of a command is.
pub fn argument(command: &str, id: &str) -> Option<&'static str> {
    Some(match (command, id) {
        ("new", "file") => "Het bestand dat wordt geschreven; anders heet het naar het initiatief",
        ("new", "answers") => {
            "Haal de antwoorden uit dit TOML-bestand, of uit `-` voor standaardinvoer"
        }
        ("new", "from") => "Kopieer deze uitgewerkte businesscase",
        ("pipe", "run" | "root" | "lint" | "max_bytes") => return of_pipe(id),
        ("completions", "shell") => "De shell",
        ("complete", "words") => "De woorden tot nu toe, het laatste nog niet af",
        ("check", "watch") => {
            "Controleer opnieuw zodra een van de bestanden verandert, tot u het stopt"
        }
        ("report", "watch") => {
            "Schrijf het opnieuw zodra een van de bestanden verandert, tot u het stopt"
        }
        ("prices", "words") => {
            "Alleen prijzen met al deze woorden in naam, id, eenheid, drager, bron of noot"
        }
        ("prices", "list") => "Het bestand van een andere lijst dan de ingebouwde",
        ("prices", "year") => {
            "In prijzen van dit jaar [standaard: het laatste met een indexcijfer]"
        }
        ("schema", "of") => "Waarvan het schema is",
        ("fund", "file") => "Een bestand met een fonds, of `-` voor standaardinvoer",
        ("sensitivity" | "sources" | "report", "file") => {
            "Een bestand met een businesscase of een fonds, of `-` voor standaardinvoer"
        }
        (_, "file") => "Een bestand met een businesscase, of `-` voor standaardinvoer",
        (_, "files") => {
            "Bestanden met businesscases of fondsen, mappen daarvan, of `-` voor standaardinvoer"
        }
        (_, "scenario") => {
            "Pas dit scenario uit het bestand toe; meerdere worden op volgorde toegepast"
        }
        (_, "set") => {
            "Wijzig een waarde, zoals een scenario dat doet: `cost.rent.amount=+10%`; kan vaker \
             worden opgegeven"
        }
        (_, "format") => "In welke vorm de resultaten komen",
        ("check", "exit_zero") => {
            "Eindig met exitcode 0, wat er ook uitkomt: voor wie het antwoord in de uitvoer leest"
        }
        (_, "files_from" | "where" | "by_name" | "budget") => return of_many(id),
        ("check", "quiet") => "Alleen het oordeel, in één zin",
        (_, "lang") => {
            "De taal van wat mensen lezen: anders die van de businesscase, anders die van de computer"
        }
        (_, "color") => {
            "Wanneer kleuren worden gebruikt; `auto` is in een terminal, tenzij `NO_COLOR` is gezet"
        }
        (_, "by") => "De lengte van een periode",
        (_, "entries") => "Alleen deze post, zoals `cost.kitchen`; kan vaker worden opgegeven",
        ("show", "funding") => "Welke financiering in de tabellen meetelt; JSON en CSV geven beide",
        ("sensitivity" | "sources", "funding") => {
            "Welke financiering in de marge van een businesscase meetelt [standaard: certain]"
        }
        ("report", "funding") => "Welke financiering in de tabellen meetelt",
        ("report", "draws") => "Hoeveel doorrekeningen de simulatie maakt",
        (_, "output") => "Het bestand dat wordt geschreven: de uitgang zegt wat het wordt",
        (_, "party") => {
            "Schrijf het vanuit deze partij, zoals `gemeente`, met een brief aan die partij"
        }
        (_, "date") => "De datum die erop staat, zoals 2026-11-26; zonder dit staat er geen",
        (_, "draft") => "Zet erop dat het een concept is",
        (_, "check") => {
            "Zeg alleen of dit rapport (.html, .md of .xlsx) nog bij zijn bestanden hoort"
        }
        (_, "browser") => {
            "De browser die een PDF afdrukt; anders de eerste van Chromium, Chrome en Edge die er is"
        }
        (_, "funding") => "Welke financiering in marge en kas meetelt",
        (_, "top") => "Alleen zoveel getallen: die de marge het meest beïnvloeden",
        (_, "grid") => {
            "De marge bij twee getallen tegelijk: geef dit twee keer op, zoals in `--grid \
             funding.meals.price --grid funding.meals.quantity`"
        }
        (_, "draws") => "Hoeveel doorrekeningen",
        (_, "seed") => {
            "De beginwaarde van de toevalsgenerator: dezelfde geeft dezelfde doorrekeningen, op elke \
             computer"
        }
        (_, "path") => "Het cijfer dat wordt uitgelegd",
        (_, "depth") => {
            "Hoeveel cijfers diep: met 2 worden ook de cijfers uitgelegd waaruit het is opgebouwd"
        }
        (_, "help") => "Toon hulp; `-h` is de korte",
        (_, "version") => "Toon de versie",
        (_, "plan") => {
            "Laat weg wat er werkelijk gebeurde (`[actual]`): de businesscase zoals die gepland was"
        }
        (_, "allow_outside") => {
            "Lees ook bestanden buiten de map, of de repository, van het bestand dat ze noemt"
        }
        (_, "width") => "Hoeveel tekens de regels breed mogen zijn",
        (_, "subcommand") => "De opdracht waarvan de hulp wordt getoond",
        _ => return None,
    })
}

/// What an argument of commands on many cases is.
fn of_many(id: &str) -> Option<&'static str> {
    Some(match id {
        "files_from" => {
            "Neem ook wat in dit bestand staat: een pad op elke regel, of elk met een NUL erachter; \
             `-` is standaardinvoer"
        }
        "where" => "Alleen businesscases met dit label: `tag=zorg`; bij meerdere met allemaal",
        "by_name" => {
            "Neem partijen met dezelfde naam voor één partij, in plaats van die met dezelfde sleutel"
        }
        "budget" => {
            "Wat een partij in een kalenderjaar aan aanvragen kan besteden: `gemeente:2028=250_000`; kan \
             vaker worden opgegeven"
        }
        _ => return None,
    })
}

/// What an argument of `pipe` is.
fn of_pipe(id: &str) -> Option<&'static str> {
    Some(match id {
        "run" => "Wat er van elke businesscase wordt gevraagd",
        "root" => {
            "De map waaronder bestanden mogen worden gelezen die een regel of een businesscase noemt"
        }
        "lint" => {
            "Lees ook de scenario's van een businesscase, zoals `check` van een bestand dat doet"
        }
        "max_bytes" => "Hoeveel bytes een regel mag hebben",
        _ => return None,
    })
}

/// What a value of an argument stands for.
pub fn value(id: &str, value: &str) -> Option<&'static str> {
    Some(match (id, value) {
        ("format", "text") => "Voor mensen",
        ("format", "json") => "Voor programma's; in elke taal gelijk",
        ("format", "csv") => "Voor rekenbladen; in elke taal gelijk",
        ("format", "markdown") => "Voor documenten",
        ("format", "ndjson") => "Van `check`: een regel JSON per bestand",
        ("format", "sarif") => {
            "Van `check`: wat er niet klopt, voor GitHub code scanning en editors"
        }
        ("format", "github") => "Van `check`: de tekst, met annotaties in een workflow van GitHub",
        ("format", "gitlab") => {
            "Van `check`: wat er niet klopt, als code quality report van GitLab"
        }
        ("lang", "nl") => "Nederlands",
        ("lang", "en") => "English",
        ("of", "case") => "Een businesscase",
        ("of", "prices") => "Een prijslijst",
        ("of", "portfolio") => "Wat `portfolio --format json` schrijft",
        ("of" | "run", "fund") => "Een revolverend fonds",
        ("run", "check") => "Is hij sluitend?",
        ("run", "close") => "Wat zou hem sluitend maken?",
        ("run", "stress") => "De ingebouwde schokken",
        ("run", "portfolio") => "Wat hij bijdraagt aan de sommen van veel businesscases",
        ("run", "simulate") => "Hoe zeker is het? Een regel mag `draws` en `seed` noemen",
        ("by", "year") => "Boekjaren",
        ("funding", "certain") => "Wat is toegezegd, en wat als omzet is begroot",
        ("funding", "all") => "Ook wat is aangevraagd",
        _ => return None,
    })
}

/// What stands for the value of an argument.
pub fn placeholder(id: &str) -> Option<&'static str> {
    Some(match id {
        "file" | "answers" | "files_from" | "list" => "BESTAND",
        "year" => "JAAR",
        "files" => "BESTANDEN",
        "where" => "tag=LABEL",
        "budget" => "PARTIJ:JAAR=BEDRAG",
        "scenario" | "from" => "NAAM",
        "set" => "PAD=WAARDE",
        "of" => "WAARVAN",
        "format" => "FORMAAT",
        "lang" => "TAAL",
        "color" => "WANNEER",
        "by" => "PERIODE",
        "entries" => "POST",
        "funding" => "FINANCIERING",
        "grid" | "path" | "browser" => "PAD",
        "top" | "draws" | "seed" | "depth" | "width" | "max_bytes" => "GETAL",
        "root" => "MAP",
        "shell" => "SHELL",
        "words" => "WOORDEN",
        "subcommand" | "run" => "OPDRACHT",
        "output" => "UITVOER",
        "party" => "PARTIJ",
        "date" => "JJJJ-MM-DD",
        "check" => "RAPPORT",
        _ => return None,
    })
}

/// What is wrong with the arguments.
pub fn slip(slip: &Slip) -> String {
    match slip {
        Slip::UnknownOption(option) => format!("de optie `{option}` bestaat hier niet"),
        Slip::TooMany(value) => format!("`{value}` is een argument te veel"),
        Slip::UnknownCommand(command) => format!("de opdracht `{command}` bestaat niet"),
        Slip::Missing(what) => match what.as_slice() {
            [_] => format!("{} ontbreekt", listed(what, "en")),
            _ => format!("{} ontbreken", listed(what, "en")),
        },
        Slip::NoValue(of) => format!("`{of}` heeft geen waarde"),
        Slip::NotAValue { of, written } => {
            format!("`{of}` kan niet `{written}` zijn")
        }
        Slip::Twice(option) => format!("`{option}` staat er twee keer"),
        Slip::NotTogether(option, others) => {
            format!("`{option}` gaat niet samen met {}", listed(others, "en"))
        }
        Slip::NotText => "een van de argumenten is geen tekst in UTF-8".to_owned(),
        Slip::Other => "deze argumenten zijn niet te lezen".to_owned(),
    }
}

/// What was probably meant.
pub fn near(right: &str) -> String {
    format!("bedoelt u `{right}`?")
}

/// What can be chosen from.
pub fn one_of(right: &[String]) -> String {
    format!("kies uit {}", listed(right, "of"))
}

/// What a number must be.
pub fn whole_number() -> &'static str {
    "schrijf een geheel getal, niet te klein en niet te groot"
}

/// Where more is told.
pub fn all_of_it(command: &str) -> String {
    format!("Alles hierover: {command} --help")
}

/// Why the machine does not do what is asked.
pub fn trouble(failure: &io::Error) -> String {
    match (failure.kind(), failure.raw_os_error()) {
        (io::ErrorKind::NotFound, _) => "dit bestand bestaat niet".to_owned(),
        (io::ErrorKind::PermissionDenied, _) => "geen rechten om dit te openen".to_owned(),
        (io::ErrorKind::IsADirectory, _) => "dit is een map, en er is een bestand nodig".to_owned(),
        (io::ErrorKind::NotADirectory, _) => {
            "een deel van het pad is een bestand, geen map".to_owned()
        }
        (io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded, _) => {
            "er is geen ruimte meer op de schijf".to_owned()
        }
        (_, Some(_)) => format!("het systeem meldt: {failure}"),
        // Words of our own.
        (_, None) => failure.to_string(),
    }
}

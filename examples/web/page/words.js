// What the page itself says, in both languages side by side: [Dutch, English].

const said = {
  title: ["Sluit de businesscase?", "Does the business case close?"],
  lead: [
    "Schrijf links, lees rechts. Er gaat niets van deze pagina naar buiten: alles wordt op uw eigen computer uitgerekend.",
    "Write on the left, read on the right. Nothing leaves this page: all of it is worked out on your own computer.",
  ],
  language: ["Taal", "Language"],
  begin: ["Begin met een voorbeeld", "Begin with an example"],
  file: ["Bestand", "File"],
  open: ["Open bestanden", "Open files"],
  save: ["Bewaar", "Save"],
  link: ["Kopieer een link", "Copy a link"],
  linked: [
    "De link is gekopieerd. De hele businesscase staat erin, achter het hekje: wie de link heeft, heeft de cijfers.",
    "The link is copied. The whole case is in it, behind the hash: whoever has the link has the figures.",
  ],
  notLinked: ["De link staat nu in de adresbalk.", "The link now stands in the address bar."],
  editor: ["De tekst van de businesscase", "The text of the case"],
  answers: ["Antwoorden", "Answers"],
  check: ["Antwoord", "Answer"],
  report: ["Rapport", "Report"],
  close: ["Wat sluit hem", "What closes it"],
  whatif: ["Wat als", "What if"],
  stress: ["Tegenslag", "Stress"],
  simulate: ["Hoe zeker", "How sure"],
  show: ["Tabellen", "Tables"],
  busy: ["Bezig ...", "At work ..."],
  stop: ["Stop", "Stop"],
  stopped: ["Gestopt.", "Stopped."],
  tooLong: [
    "Dit duurde langer dan twintig seconden en is gestopt. De opdracht in een terminal heeft zo'n grens niet.",
    "This took longer than twenty seconds and was stopped. The command in a terminal has no such limit.",
  ],
  failed: ["Dit ging niet: ", "This did not work: "],
  wrong: ["Er staat iets niet goed in de tekst:", "Something in the text is not right:"],
  sliders: [
    "De getallen die het antwoord het meest verschuiven. Schuif, en lees wat het antwoord dan is; de tekst links verandert niet.",
    "The numbers that move the answer most. Move one, and read what the answer is then; the text on the left stays as it is.",
  ],
  back: ["Alles terug", "All back"],
  asWritten: ["zoals geschreven", "as written"],
  points: ["procentpunt", "points"],
  line: ["regel", "line"],
  saveReport: ["Bewaar het rapport", "Save the report"],
  saveWorkbook: ["Bewaar de werkmap (.xlsx)", "Save the workbook (.xlsx)"],
  licence: [
    "bizcase is vrije software (MIT of Apache 2.0). In deze pagina staan ook CodeMirror, browser_wasi_shim en xz-decompress (MIT).",
    "bizcase is free software (MIT or Apache 2.0). This page also holds CodeMirror, browser_wasi_shim and xz-decompress (MIT).",
  ],
  noEngine: [
    "Deze browser kan het programma niet starten: ",
    "This browser cannot start the program: ",
  ],
};

/** What is said in a language. */
export function words(language) {
  const place = language === "nl" ? 0 : 1;
  return Object.fromEntries(Object.entries(said).map(([name, both]) => [name, both[place]]));
}

// The text of a case, with what is wrong underlined where it stands.

import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { StreamLanguage, defaultHighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { toml } from "@codemirror/legacy-modes/mode/toml";
import { forEachDiagnostic, lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { Compartment, EditorState } from "@codemirror/state";
import { EditorView, drawSelection, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";

export class Editor {
  #view;
  #name = new Compartment();

  constructor(parent, label, changed) {
    this.#view = new EditorView({
      parent,
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        highlightActiveLine(),
        StreamLanguage.define(toml),
        syntaxHighlighting(defaultHighlightStyle, { fallback: true }),
        lintGutter(),
        keymap.of([...defaultKeymap, ...historyKeymap, ...lintKeymap]),
        EditorView.lineWrapping,
        EditorState.tabSize.of(2),
        this.#name.of(called(label)),
        EditorView.updateListener.of((update) => update.docChanged && changed(this.text)),
      ],
    });
  }

  get text() {
    return this.#view.state.doc.toString();
  }

  set text(text) {
    this.#view.dispatch({ changes: { from: 0, to: this.#view.state.doc.length, insert: text } });
  }

  set label(label) {
    this.#view.dispatch({ effects: this.#name.reconfigure(called(label)) });
  }

  /** Underlines problems of this file, each with what to do. */
  underline(problems) {
    const marks = problems.map((problem) => ({
      from: this.#at(problem.place),
      to: this.#at(problem.place.end ?? problem.place),
      severity: problem.severity,
      message: problem.help ? `${problem.message}\n→ ${problem.help}` : problem.message,
    }));
    this.#view.dispatch(setDiagnostics(this.#view.state, marks));
  }

  /** Where what is underlined begins: `line:column`, in characters. */
  marks() {
    const found = [];
    const { state } = this.#view;
    forEachDiagnostic(state, (_, from) => {
      const line = state.doc.lineAt(from);
      found.push(`${line.number}:${[...line.text.slice(0, from - line.from)].length + 1}`);
    });
    return found;
  }

  /** Goes to a place. */
  goTo(place) {
    const at = this.#at(place);
    this.#view.dispatch({ selection: { anchor: at }, scrollIntoView: true });
    this.#view.focus();
  }

  /** Where a place is: columns are counted in characters, and a text here in halves of some. */
  #at({ line, column }) {
    const { doc } = this.#view.state;
    const of = doc.line(Math.min(Math.max(line, 1), doc.lines));
    const before = [...of.text].slice(0, column - 1).join("");
    return of.from + before.length;
  }
}

function called(label) {
  return EditorView.contentAttributes.of({ "aria-label": label, "aria-multiline": "true", tabindex: "0" });
}

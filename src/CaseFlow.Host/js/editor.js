// The editor of definitions. What is typed is told to the page as it happens, change by change; the page answers with marks.
import { autocompletion, closeBrackets, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { HighlightStyle, foldGutter, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { Annotation, EditorState } from "@codemirror/state";
import { EditorView, drawSelection, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";

// A message to the host has a limit, so a long text goes in pieces.
const most = 8000;

const fromPage = Annotation.define();
const views = new WeakMap();

// Fluent's colours, so that dark follows by itself.
const colours = HighlightStyle.define([
    { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "var(--colorBrandForeground1)" },
    { tag: tags.comment, color: "var(--colorNeutralForeground3)", fontStyle: "italic" },
    { tag: [tags.string, tags.special(tags.string)], color: "var(--colorPaletteGreenForeground1, #0e700e)" },
    { tag: [tags.punctuation, tags.separator, tags.squareBracket, tags.brace], color: "var(--colorNeutralForeground3)" },
]);

const theme = EditorView.theme({
    "&": { height: "100%", color: "var(--colorNeutralForeground1)", backgroundColor: "var(--colorNeutralBackground1)" },
    "&.cm-focused": { outline: "2px solid var(--colorStrokeFocus2)", outlineOffset: "-2px" },
    ".cm-scroller": { fontFamily: "var(--fontFamilyMonospace)", fontSize: "13px", lineHeight: "20px" },
    ".cm-gutters": {
        color: "var(--colorNeutralForeground3)",
        backgroundColor: "var(--colorNeutralBackground2)",
        borderRight: "1px solid var(--colorNeutralStroke2)",
    },
    ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--colorSubtleBackgroundHover)" },
    ".cm-cursor": { borderLeftColor: "var(--colorNeutralForeground1)" },
    "&.cm-focused .cm-selectionBackground, .cm-selectionBackground, ::selection": {
        backgroundColor: "var(--colorBrandBackground2Hover)",
    },
    ".cm-tooltip, .cm-panels": {
        color: "var(--colorNeutralForeground1)",
        backgroundColor: "var(--colorNeutralBackground1)",
        border: "1px solid var(--colorNeutralStroke1)",
    },
    ".cm-tooltip-autocomplete ul li[aria-selected]": {
        color: "var(--colorNeutralForegroundOnBrand)",
        backgroundColor: "var(--colorBrandBackground)",
    },
    ".cm-completionInfo": { maxWidth: "320px" },
});

export const open = (host, text, page, label) => {
    const tell = (from, removed, inserted) => {
        page.invokeMethodAsync("Typed", from, removed, inserted.slice(0, most));
        for (let at = most; at < inserted.length; at += most) {
            page.invokeMethodAsync("Typed", from + at, 0, inserted.slice(at, at + most));
        }
    };
    const complete = async context => {
        const line = context.state.doc.lineAt(context.pos);
        const word = context.matchBefore(/[\w'-]*/);
        if (word.from === word.to && !context.explicit) {
            return null;
        }
        const found = await page.invokeMethodAsync("Complete", line.number, word.from - line.from + 1);
        return found.length ? { from: word.from, options: found, validFor: /^[\w'-]*$/ } : null;
    };
    const view = new EditorView({
        parent: host,
        state: EditorState.create({
            doc: text,
            extensions: [
                lineNumbers(),
                foldGutter(),
                lintGutter(),
                highlightActiveLine(),
                highlightActiveLineGutter(),
                highlightSelectionMatches(),
                history(),
                drawSelection(),
                indentOnInput(),
                closeBrackets(),
                yaml(),
                syntaxHighlighting(colours),
                autocompletion({ override: [complete] }),
                keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap, ...searchKeymap, ...lintKeymap, indentWithTab]),
                EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false" }),
                theme,
                EditorView.updateListener.of(update => {
                    if (update.docChanged && !update.transactions.some(one => one.annotation(fromPage))) {
                        update.changes.iterChanges((fromA, toA, fromB, _, inserted) =>
                            tell(fromB, toA - fromA, inserted.toString())
                        );
                    }
                }),
            ],
        }),
    });
    view.scrollDOM.tabIndex = 0; // who scrolls by keyboard gets there
    views.set(host, view);
};

export const close = host => views.get(host)?.destroy();

// The page has changed the text: only what differs is replaced, so that caret and undo stay.
export const write = (host, text) => {
    const view = views.get(host);
    const before = view.state.doc.toString();
    const limit = Math.min(before.length, text.length);
    let start = 0;
    while (start < limit && before[start] === text[start]) {
        start++;
    }
    let end = 0;
    while (end < limit - start && before.at(-1 - end) === text.at(-1 - end)) {
        end++;
    }
    view.dispatch({
        changes: { from: start, to: before.length - end, insert: text.slice(start, text.length - end) },
        annotations: fromPage.of(true),
    });
};

// Lines and columns count from 1. A mark reaches to the end of its word.
export const mark = (host, problems) => {
    const view = views.get(host);
    const { doc } = view.state;
    view.dispatch(
        setDiagnostics(
            view.state,
            problems.map(({ line, column, code, message }) => {
                const at = doc.line(Math.min(Math.max(line, 1), doc.lines));
                const from = Math.min(at.from + Math.max(column - 1, 0), at.to);
                const word = /^[^\s,\]}]*/.exec(doc.sliceString(from, at.to))[0];
                return { from, to: Math.min(from + Math.max(word.length, 1), at.to), severity: "error", source: code, message };
            })
        )
    );
};

export const show = (host, line) => {
    const view = views.get(host);
    const at = view.state.doc.line(Math.min(Math.max(line, 1), view.state.doc.lines));
    view.dispatch({ selection: { anchor: at.from }, effects: EditorView.scrollIntoView(at.from, { y: "center" }) });
    view.focus();
};

// What only the browser knows or can do.

export const timeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

export const focus = id => {
    const element = document.getElementById(id);
    element?.scrollIntoView({ block: "center" });
    element?.focus();
};

// Dialogs: the browser's own, which keep the focus inside and the rest of the page out of reach.

const openers = new WeakMap();

export const openDialog = (dialog, page) => {
    openers.set(dialog, document.activeElement);
    dialog.addEventListener("cancel", event => {
        event.preventDefault();
        page.invokeMethodAsync("Leave");
    });
    onSaveKey(dialog, page);
    dialog.showModal();
    (dialog.querySelector("[data-first]") ?? dialog.querySelector("input, textarea, select, fluent-button"))?.focus();
};

// The element may have been taken off the page already, and then the browser does not give the focus back.
export const closeDialog = dialog => {
    const opener = openers.get(dialog);
    dialog.close();
    if (opener?.isConnected) {
        opener.focus();
    } else {
        document.querySelector("main h1")?.focus();
    }
};

// Ctrl+Enter saves: what is being typed is told first.
export const onSaveKey = (element, page) =>
    element.addEventListener("keydown", event => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            event.stopPropagation();
            document.activeElement?.dispatchEvent(new Event("change", { bubbles: true }));
            page.invokeMethodAsync("Save");
        }
    });

// Lookups: keys that belong to the open list must not move the caret or close the dialog round it.
const listKeys = ["ArrowDown", "ArrowUp", "Enter", "Escape"];

export const lookupKeys = input =>
    input.addEventListener("keydown", event => {
        if (listKeys.includes(event.key) && !event.ctrlKey && input.getAttribute("aria-expanded") === "true") {
            event.preventDefault();
        }
    });

export const showRow = id => document.getElementById(id)?.scrollIntoView({ block: "nearest" });

// A button at the end of a list presses itself when it comes into sight.
export const pressWhenSeen = button =>
    new IntersectionObserver(entries => entries.some(entry => entry.isIntersecting) && button.click(), {
        rootMargin: "200px",
    }).observe(button);

// Clocks count down here, each second, by the host's time.

let ahead = 0;
let ticking;

export const startClocks = hostNow => {
    ahead = hostNow - Date.now();
    ticking ??= setInterval(tick, 1000);
    tick();
};

const two = number => String(number).padStart(2, "0");

const span = milliseconds => {
    const seconds = Math.floor(Math.abs(milliseconds) / 1000);
    const days = Math.floor(seconds / 86400);
    const rest = `${two(Math.floor(seconds / 3600) % 24)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
    return days ? { days, rest } : { rest };
};

const tick = () => {
    const now = Date.now() + ahead;
    for (const clock of document.querySelectorAll("[data-clock-fail]")) {
        const { clockFail, clockWarn, clockDays, clockLeft, clockOver, clockOk, clockRisk, clockLate } = clock.dataset;
        const left = Number(clockFail) - now;
        const state = left < 0 ? "late" : "clockRisky" in clock.dataset || (clockWarn && now >= Number(clockWarn)) ? "risk" : "ok";
        const { days, rest } = span(left);
        const time = days ? `${clockDays.replace("{0}", days)} ${rest}` : rest;
        clock.querySelector("[data-clock-time]").textContent = (left < 0 ? clockOver : clockLeft).replace("{0}", time);
        clock.querySelector("[data-clock-word]").textContent = { ok: clockOk, risk: clockRisk, late: clockLate }[state];
        clock.dataset.state = state;
    }
};

// Lists: up and down go from row to row, Enter opens what a row leads to, Space selects it.

export const gridKeys = table =>
    table?.addEventListener("keydown", event => {
        const row = event.target;
        if (!row.matches?.("tr[data-row]")) {
            return;
        }
        const rows = [...table.querySelectorAll("tr[data-row]")];
        const at = rows.indexOf(row);
        const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
        if (to !== undefined) {
            event.preventDefault();
            const next = rows[Math.min(Math.max(to, 0), rows.length - 1)];
            rows.forEach(one => (one.tabIndex = one === next ? 0 : -1));
            next.focus();
        } else if (event.key === "Enter") {
            row.querySelector("a[href]")?.click();
        } else if (event.key === " ") {
            event.preventDefault();
            row.querySelector("input[type=checkbox]")?.dispatchEvent(
                new MouseEvent("click", { bubbles: true, cancelable: true, shiftKey: event.shiftKey })
            );
        }
    });

// The search in the bar has the focus after a slash, wherever nothing is being typed.
document.addEventListener("keydown", event => {
    const search = document.getElementById("global-search");
    const typing = event.target.closest?.("input, textarea, select, [contenteditable], dialog");
    if (search && event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        search.focus();
    }
});

// Two halves with a bar between them: the first one's share of the width, in percent, is remembered by a name.
const shareKeys = { ArrowLeft: -2, ArrowRight: 2, PageUp: -10, PageDown: 10, Home: -100, End: 100 };

export const splitter = (bar, name) => {
    const box = bar.parentElement;
    const remembered = `caseflow-split-${name}`;
    const share = () => Number(bar.getAttribute("aria-valuenow"));
    const give = percent => {
        const own = Math.round(Math.min(80, Math.max(20, percent)));
        box.style.setProperty("--own", `${own}fr`);
        box.style.setProperty("--other", `${100 - own}fr`);
        bar.setAttribute("aria-valuenow", own);
        return own;
    };
    const keep = own => localStorage.setItem(remembered, own);

    if (localStorage.getItem(remembered)) {
        give(Number(localStorage.getItem(remembered)));
    }

    bar.addEventListener("pointerdown", event => {
        event.preventDefault();
        bar.focus();
        bar.setPointerCapture(event.pointerId);
    });
    bar.addEventListener("pointermove", event => {
        if (bar.hasPointerCapture(event.pointerId)) {
            const edge = box.getBoundingClientRect();
            keep(give(((event.clientX - edge.left) / edge.width) * 100));
        }
    });
    bar.addEventListener("keydown", event => {
        if (event.key in shareKeys) {
            event.preventDefault();
            keep(give(share() + shareKeys[event.key]));
        }
    });
};

// What the reader chose, as the form has it and as the address says it. What the address says that is
// not there, or is no choice, counts as ignored.

const MOST = 3000;

/** @param {HTMLFormElement} form @param {string} name @returns {HTMLInputElement[]} */
export function inputs(form, name) {
  return [...form.querySelectorAll(`input[name="${name}"]`)].map(
    (each) => /** @type {any} */ (each),
  );
}

/** @param {HTMLFormElement} form every section's question ids, in the order of the guide */
export function known(form) {
  return inputs(form, "section").flatMap((each) => (each.dataset.ids ?? "").split(" "));
}

/**
 * Set the form to what an address asks for; how much of that is not to be had here.
 * @param {HTMLFormElement} form
 * @param {string} search
 */
export function read(form, search) {
  const names = new Set([...form.querySelectorAll("input")].map((each) => each.name));
  const ids = new Set(known(form));
  /** @type {Set<string>} */
  const asked = new Set();
  let ignored = 0;
  for (const [name, value] of [...new URLSearchParams(search)].slice(0, MOST)) {
    if (!names.has(name)) continue;
    if (name === "question") {
      for (const id of value.split(/[\s,]+/, MOST)) {
        if (ids.has(id)) asked.add(id);
        else if (id) ignored += 1;
      }
      continue;
    }
    const number = inputs(form, name).find((each) => each.type === "number");
    const input = inputs(form, name).find((each) => each.value === value);
    if (number && /^\d{1,3}$/.test(value)) number.value = String(copies(Number(value)));
    else if (!number && input) input.checked = true;
    else ignored += 1;
  }
  const [link] = inputs(form, "question");
  if (link) {
    link.value = known(form)
      .filter((id) => asked.has(id))
      .join(" ");
    link.checked = asked.size > 0;
    link.closest("label")?.toggleAttribute("hidden", asked.size === 0);
  }
  return ignored;
}

/**
 * The address's part for what is chosen; empty for what is chosen by nobody.
 * @param {HTMLFormElement} form
 */
export function written(form) {
  const said = new URLSearchParams();
  for (const input of form.querySelectorAll("input")) {
    const counts = input.type === "number" ? isChosen(form, "story-card") : input.checked;
    if (counts) said.append(input.name, input.value);
  }
  const any = ["part", "section", "starred", "question"].some((name) => said.has(name));
  return any ? `?${said}` : "";
}

/** @param {HTMLFormElement} form @param {string} part */
export function isChosen(form, part) {
  return inputs(form, "part").some((each) => each.value === part && each.checked);
}

/** @param {HTMLFormElement} form @param {string} name the value of a choice between several */
export function chosen(form, name) {
  return inputs(form, name).find((each) => each.checked)?.value ?? "";
}

/** A number of copies that makes sense: one at least, twenty at most. @param {number} wanted */
export function copies(wanted) {
  return Math.min(20, Math.max(1, Math.round(wanted) || 1));
}

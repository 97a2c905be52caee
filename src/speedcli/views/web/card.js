// The card of one session: its boxes, how hard it was, notes, and all of that as text.
class Card {
  constructor(element) {
    this.element = element;
    this.id = element.dataset.session;
    this.blocks = [...element.querySelectorAll(".block")].map((section) => new Block(section, this));
    this.notes = element.querySelector(".notes textarea");
    this.felt = [...element.querySelectorAll(".felt input")];
    this.recall();
    element.addEventListener("input", () => this.keep());
    const button = made("button", "Copy what I did");
    button.addEventListener("click", () => copy(this, button));
    element.querySelector(".notes").after(button);
  }

  get items() {
    return this.blocks.flatMap((block) => block.items);
  }

  get title() {
    const day = this.element.querySelector("time").textContent;
    return `${day} · ${this.element.dataset.title} · ${this.id}`;
  }

  recall() {
    for (const item of this.items) item.recall(Keep.get(this.id, item.key));
    this.notes.value = Keep.get(this.id, "notes") ?? "";
    const rpe = Keep.get(this.id, "rpe");
    for (const choice of this.felt) choice.checked = choice.value === rpe;
    this.blocks.forEach((block) => block.count());
  }

  keep() {
    for (const item of this.items) Keep.set(item.state(), this.id, item.key);
    Keep.set(this.notes.value || null, this.id, "notes");
    Keep.set(this.felt.find((choice) => choice.checked)?.value ?? null, this.id, "rpe");
    this.blocks.forEach((block) => block.count());
    Days.offer();
  }

  /** The first block that is not done yet. */
  get next() {
    return this.blocks.find((block) => !block.isDone);
  }

  /** The block to do after another: the next one that is not done, or one left out before. */
  after(block) {
    const later = this.blocks.slice(this.blocks.indexOf(block) + 1);
    return later.find(({ isDone }) => !isDone) ?? this.next;
  }

  text() {
    const rpe = this.felt.find((choice) => choice.checked)?.value;
    return [
      document.querySelector("h1").textContent,
      this.title,
      ...this.items.map((item) => item.text()),
      rpe && `How hard: ${rpe} of 10`,
      this.notes.value && `Notes: ${this.notes.value}`,
    ]
      .filter(Boolean)
      .join("\n");
  }
}

class Block {
  constructor(section, card) {
    this.section = section;
    this.card = card;
    this.left = null; // where its timer was closed before the end
    this.title = section.querySelector("h3").textContent;
    this.items = [...section.querySelectorAll("li")].map((element) => new Item(element));
    this.items.forEach((item, place) => item.call(section.dataset.template, this.items.slice(0, place)));
    this.steps = numbered(timers[Number(section.dataset.timer)]);
    this.start = made("button", "", "start");
    section.querySelector("header").append(this.start);
    this.start.addEventListener("click", () => Training.begin(this));
  }

  get isDone() {
    return this.items.every((item) => item.boxes.every(({ tick }) => tick.checked));
  }

  count() {
    this.section.classList.toggle("done", this.isDone);
    this.start.textContent = this.verb;
    this.start.setAttribute("aria-label", `${this.verb} ${this.title}`);
  }

  get verb() {
    if (this.left) return "Go on with";
    return this.isDone ? "Again" : "Start";
  }
}

class Item {
  constructor(element) {
    this.element = element;
    this.exercise = element.dataset.exercise;
    this.word = element.dataset.word ?? "Go";
    this.sets = Number(element.dataset.sets ?? 1);
    this.sides = Number(element.dataset.sides ?? 1);
    this.boxes = [...element.querySelector(".reps").children].map((box) => ({
      tick: box.querySelector("[type=checkbox]"),
      time: box.querySelector("[type=text]"),
    }));
    for (const { tick, time } of this.boxes) {
      time?.addEventListener("input", () => (tick.checked ||= time.value !== ""));
    }
  }

  /** A key that stays the same when other exercises come or go. */
  call(template, before) {
    const same = before.filter(({ exercise }) => exercise === this.exercise).length;
    this.key = `${template}/${this.exercise}/${same + 1}`;
  }

  said(name) {
    return this.element.querySelector(`.${name}`)?.textContent ?? "";
  }

  /** What is ticked and typed, box by box; null where nothing is. */
  state() {
    const boxes = this.boxes.map(({ tick, time }) => [tick.checked ? 1 : 0, time?.value ?? ""]);
    return boxes.some(([ticked, typed]) => ticked || typed) ? boxes : null;
  }

  recall(boxes) {
    this.boxes.forEach(({ tick, time }, number) => {
      const [ticked, typed] = boxes?.[number] ?? [0, ""];
      tick.checked = Boolean(ticked);
      if (time) time.value = typed;
    });
  }

  text() {
    if (!this.state()) return "";
    const times = this.boxes.map(({ time }) => time?.value);
    const ticked = this.boxes.filter(({ tick }) => tick.checked).length;
    const done = times.some(Boolean)
      ? times.map((time) => time || "-").join(", ")
      : `${ticked} of ${this.boxes.length}`;
    return `${this.said("name")}, ${this.said("dose")}: ${done}`;
  }
}

function made(name, text, className = "") {
  return Object.assign(document.createElement(name), { textContent: text, className });
}

/** The steps, each with the box that its work, or the work before it, belongs to. */
function numbered(steps) {
  const done = {};
  return steps.map((step) => {
    if (step.doing === "work") done[step.item] = (done[step.item] ?? -1) + 1;
    return { ...step, box: done[step.item] ?? 0 };
  });
}

async function copy(card, button) {
  const text = card.text();
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
  } catch {
    showText(text, button);
  }
}

/** Where a page may not copy by itself, the text is shown, marked and ready to be copied. */
function showText(text, button) {
  const next = button.nextElementSibling;
  const area = next instanceof HTMLTextAreaElement ? next : document.createElement("textarea");
  Object.assign(area, { value: text, readOnly: true, rows: 8 });
  area.setAttribute("aria-label", "What I did, to copy");
  button.after(area);
  area.select();
  button.textContent = document.execCommand("copy") ? "Copied" : "Marked below, to copy";
}

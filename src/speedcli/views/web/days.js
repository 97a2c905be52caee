// One session at a time: today's, or the one that comes next, or any that is asked for.
const Days = {
  cards: [],
  shown: null,

  start() {
    Days.cards = [...document.querySelectorAll(".session")].map((element) => new Card(element));
    Days.choice = document.querySelector(".bar select");
    Days.thumb = document.querySelector(".thumb button");
    Days.list();
    Days.choice.addEventListener("change", () => Days.ask(Days.choice.value));
    for (const [name, step] of [["earlier", -1], ["later", 1]]) {
      document.querySelector(`.bar .${name}`).addEventListener("click", () => {
        Days.ask(Days.choice.options[Days.choice.selectedIndex + step].value);
      });
    }
    Days.thumb.addEventListener("click", () => Days.goOn());
    addEventListener("hashchange", () => Days.follow());
    rememberFolds();
    document.documentElement.classList.add("js");
    Days.follow();
  },

  /** Every session in its order, then the plan as a whole where there is one. */
  list() {
    const today = dayOf(new Date());
    for (const card of Days.cards) {
      const { date, title } = card.element.dataset;
      const day = card.element.querySelector("time").textContent.replace(/ \d+$/, "");
      Days.choice.append(new Option(`${date === today ? "Today" : day} · ${title}`, card.element.id));
      if (date === today) card.element.querySelector(".above").prepend("Today · ");
    }
    if (document.getElementById("plan")) Days.choice.append(new Option("The plan", "plan"));
  },

  /** The session of today, else the next one, else the last. */
  due() {
    const today = dayOf(new Date());
    const dated = [...Days.cards].sort((a, b) => (dateOf(a) < dateOf(b) ? -1 : 1));
    return (dated.find((card) => dateOf(card) >= today) ?? dated.at(-1)).element.id;
  },

  ask(id) {
    location.hash = id;
  },

  /** Show what the address asks for. */
  follow() {
    const asked = location.hash.slice(1);
    const known = [...Days.choice.options].some((option) => option.value === asked);
    Days.show(known ? asked : Days.due());
  },

  show(id) {
    Days.choice.value = id;
    const last = Days.choice.options.length - 1;
    document.querySelector(".bar .earlier").disabled = Days.choice.selectedIndex === 0;
    document.querySelector(".bar .later").disabled = Days.choice.selectedIndex === last;
    for (const part of document.querySelectorAll("main > *")) {
      part.classList.toggle("shown", part.id === id || part.className === "plan-notes");
    }
    Days.shown = Days.cards.find((card) => card.element.id === id) ?? null;
    Days.offer();
    scrollTo(0, 0);
  },

  /** What the thumb can start. */
  offer() {
    Days.thumb.parentElement.hidden = Days.shown === null;
    if (Days.shown) {
      const { next } = Days.shown;
      Days.thumb.textContent = next ? `${next.verb} ${next.title}` : "All done. How hard was it?";
    }
  },

  goOn() {
    const { next, element } = Days.shown;
    if (next) Training.begin(next);
    else element.querySelector(".felt").scrollIntoView({ block: "center" });
  },
};

const dateOf = (card) => card.element.dataset.date;

/** The date where the reader is, as plans write it. */
function dayOf(time) {
  const pad = (number) => String(number).padStart(2, "0");
  return `${time.getFullYear()}-${pad(time.getMonth() + 1)}-${pad(time.getDate())}`;
}

/** A list that was read and folded stays folded, in every session. On paper all are open. */
function rememberFolds() {
  const lists = [...document.querySelectorAll("details")];
  const name = (list) => list.querySelector("summary").textContent;
  for (const list of lists) {
    if (Keep.get("folded", name(list))) list.open = false;
    list.querySelector("summary").addEventListener("click", () => {
      const folded = list.open || null; // it is open until this click is over
      Keep.set(folded, "folded", name(list));
      for (const other of lists) if (other !== list && name(other) === name(list)) other.open = !folded;
    });
  }
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = lists.filter((list) => !list.open && !list.classList.contains("not-printed"));
    for (const list of opened) list.open = true;
  });
  addEventListener("afterprint", () => {
    for (const list of opened) list.open = false;
  });
}

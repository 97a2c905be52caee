// The timer on the screen: each state by a word, a shape and a colour, so that one of them is seen.
const SHAPES = {
  ready: "M12 3L22 21H2Z", // a triangle
  work: "M2 12a10 10 0 1 0 20 0a10 10 0 1 0-20 0Z", // a disc
  switch: "M7 4L2 9l5 5v-3h8V7H7ZM17 10l5 5l-5 5v-3H9v-4h8Z", // two arrows
  rest: "M5 3h5v18H5ZM14 3h5v18h-5Z", // two bars
  next: "M4 3l8 9l-8 9ZM12 3l8 9l-8 9Z", // two arrow heads
  done: "M2 12l4-4l4 4l8-8l4 4l-12 12Z", // a tick
};
const WORDS = { ready: "Get ready", rest: "Rest", "set-rest": "Rest", next: "Rest" };
const SIDES = ["", "left", "right"];

const Face = {
  get dialog() {
    return document.getElementById("timer");
  },

  part: (name) => Face.dialog.querySelector(`.${name}`),

  get field() {
    return Face.part("time").querySelector("input");
  },

  show() {
    const { state, steps, block } = Training;
    const step = steps[state.at];
    const doing = step?.doing ?? "done";
    const shape = doing === "set-rest" ? "rest" : doing;
    const coming = steps.slice(state.at).find((each) => each.doing === "work");
    const item = coming && block.items[coming.item];
    Face.dialog.dataset.doing = shape;
    Face.dialog.classList.toggle("paused", Timer.isPaused(state));
    Face.part("face").querySelector("path").setAttribute("d", SHAPES[shape]);
    Face.dialog.querySelector("progress").value = state.at / steps.length;
    const texts = {
      title: block.title,
      word: Timer.isPaused(state) ? "Paused" : step ? Face.word(step) : "Block done",
      much: Face.waits(step) ? item.said("dose") : "",
      name: item ? `${item.said("name")}${Face.waits(step) ? "" : ` · ${item.said("dose")}`}` : "",
      count: item ? Face.count(coming, item) : "",
      cue: item?.said("cue") ?? block.section.querySelector(".stop")?.textContent ?? "",
      then: Face.then(steps[state.at + 1], step),
      main: Face.act(step),
      skip: doing === "ready" ? "Go now" : "Skip",
      sound: Sound.context ? "Sound" : "Tap for sound",
    };
    for (const [name, text] of Object.entries(texts)) Face.say(name, text);
    Face.part("skip").disabled = !step;
    Face.showField();
    Face.showTime();
  },

  waits: (step) => step !== undefined && Timer.left(Training.state, 0) === null,

  say(name, text) {
    const part = Face.part(name);
    if (part.textContent !== text) part.textContent = text; // said again only when it changed
    if (part.tagName === "P") part.hidden = text === "";
  },

  word(step) {
    const item = Training.block.items[step.item];
    if (step.doing === "switch") return `Switch to ${SIDES[step.side + 1]}`;
    if (step.doing !== "work") return WORDS[step.doing];
    return item.sides === 2 ? `${item.word} ${SIDES[step.side]}` : item.word;
  },

  /** Where in the item it is: `Set 1 of 2 · rep 2 of 3`. */
  count(step, item) {
    const reps = item.boxes.length / item.sides / item.sets; // as far as they are told apart
    const parts = [
      item.sets > 1 && item.boxes.length > 1 && `Set ${step.set} of ${item.sets}`,
      reps > 1 && `${item.word === "Run" ? "run" : "rep"} ${step.rep} of ${reps}`,
    ];
    const text = parts.filter(Boolean).join(" · ");
    return text.charAt(0).toUpperCase() + text.slice(1);
  },

  then(following, step) {
    if (!step) return "";
    if (!following) return "Then the block is done";
    const { waits, seconds } = following;
    const time = waits ? "" : `, ${clock(seconds)}${seconds < 60 ? " s" : ""}`;
    return `Then ${Face.word(following).toLowerCase()}${time}`;
  },

  act(step) {
    const { state, block } = Training;
    const next = block.card.after(block);
    if (!step) return next ? `Start ${next.title}` : "Back to the card";
    if (Timer.isPaused(state)) return "Go on";
    return step.waits ? "Done" : "Pause";
  },

  showField() {
    const field = Training.timed;
    Face.part("time").hidden = field === null;
    if (field === null) return;
    Face.part("time").querySelector("span").textContent = field.getAttribute("aria-label");
    if (Face.field.value !== field.value) Face.field.value = field.value;
  },

  showTime() {
    const left = Timer.left(Training.state, Date.now());
    const text = left === null ? "" : clock(Math.ceil(left / 1000));
    Face.say("digits", text);
    Face.part("digits").dataset.letters = text.length;
  },

  /** A change that came by itself is seen and felt too. */
  flash() {
    if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(200);
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    Face.dialog.animate([{ filter: "invert(1)" }, { filter: "none" }], 400);
  },
};

/** `7` below a minute, `1:30` from there on. */
function clock(seconds) {
  if (seconds < 60) return String(Math.round(seconds * 10) / 10);
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

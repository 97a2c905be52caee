// Training by the timer: taps and the clock move its state, and what is done is ticked off.
const FORGOTTEN = 3 * 3600 * 1000; // a timer left alone for so long is not taken up again

const Training = {
  block: null,
  state: null,
  beat: null,
  lock: null,

  start() {
    const taps = {
      main: Training.main,
      back: () => Training.move(Timer.back),
      skip: () => Training.move(Timer.next),
      close: () => Face.dialog.close(),
      sound: Training.switchSound,
    };
    for (const [name, act] of Object.entries(taps)) Face.part(name).addEventListener("click", act);
    Face.field.addEventListener("input", Training.typed);
    Face.dialog.addEventListener("close", Training.leave);
    document.addEventListener("visibilitychange", Training.wake);
    Training.takeUp();
  },

  get steps() {
    return Training.block.steps;
  },

  get isDone() {
    return Timer.isDone(Training.steps, Training.state);
  },

  begin(block) {
    const now = Date.now();
    Sound.wake();
    Training.block = block;
    Training.open(block.left ? Timer.resume(block.left, now) : Timer.begin(block.steps, now));
    Sound.signal(block.steps[Training.state.at].doing, 0);
  },

  /** Take up a timer that a reload or a closed tab cut off. */
  takeUp() {
    const kept = Keep.get("timer");
    const card = Days.cards.find(({ id }) => id === kept?.session);
    const block = card?.blocks[kept.block];
    if (!block || !(kept.state.at < block.steps.length) || Date.now() - kept.saved > FORGOTTEN) return;
    Training.block = block;
    Days.show(card.element.id);
    Training.open(kept.state);
    Training.look();
  },

  open(state) {
    Training.state = state;
    Training.block.left = null;
    if (!Face.dialog.open) Face.dialog.showModal();
    Training.beat ??= setInterval(Training.look, 100);
    Training.stayAwake();
    Training.changed();
  },

  /** Closed: what is left of the block can be gone on with. */
  leave() {
    const { block, state } = Training;
    clearInterval(Training.beat);
    Training.beat = null;
    Sound.hush();
    Training.lock?.release();
    Training.lock = null;
    Keep.set(null, "timer");
    block.left = Training.isDone ? null : Timer.pause(state, Date.now());
    block.count();
    Days.offer();
    block.start.focus();
  },

  /** The big button: done, pause, go on, or the next block. */
  main() {
    const { state } = Training;
    if (Training.isDone) return Training.goOn();
    if (Timer.isPaused(state)) return Training.move((steps, from, now) => Timer.resume(from, now));
    if (state.ends !== null) return Training.move((steps, from, now) => Timer.pause(from, now));
    Training.tickOff(state.at, state.at + 1);
    Training.move(Timer.next);
  },

  goOn() {
    const next = Training.block.card.after(Training.block);
    if (next) Training.begin(next);
    else Face.dialog.close();
  },

  move(act) {
    Sound.wake();
    Training.state = act(Training.steps, Training.state, Date.now());
    Training.changed();
  },

  /** Look at the clock: this step may be over, or several where the page was asleep. */
  look() {
    const { state } = Training;
    const reached = Timer.advance(Training.steps, state, Date.now());
    if (reached.at === state.at) return Face.showTime();
    Training.state = reached;
    Training.tickOff(state.at, reached.at);
    Training.changed({ byItself: true });
  },

  /** Show and keep the new state. Beeps of changes that come by themselves are planned already. */
  changed({ byItself = false } = {}) {
    const { block, state } = Training;
    const place = block.card.blocks.indexOf(block);
    const kept = { session: block.card.id, block: place, state, saved: Date.now() };
    Keep.set(Training.isDone ? null : kept, "timer");
    if (!byItself) Sound.plan(Training.steps, state, Date.now());
    Face.show();
    if (byItself) Face.flash();
  },

  /** Tick the boxes of the work from one step up to another. */
  tickOff(from, to) {
    const worked = Training.steps.slice(from, to).filter(({ doing }) => doing === "work");
    for (const { item, box } of worked) Training.block.items[item].boxes[box].tick.checked = true;
    if (worked.length) Training.block.card.keep();
  },

  /** The field of the run before this rest, for its time. */
  get timed() {
    const { state } = Training;
    if (Training.steps[state.at]?.doing === "work") return null;
    const last = Training.steps.slice(0, state.at).findLast(({ doing }) => doing === "work");
    return last ? (Training.block.items[last.item].boxes[last.box].time ?? null) : null;
  },

  typed() {
    Training.timed.value = Face.field.value;
    Training.timed.dispatchEvent(new Event("input", { bubbles: true }));
  },

  switchSound() {
    Sound.on = !(Sound.on && Sound.context);
    Sound.wake();
    Face.show();
    Face.part("sound").setAttribute("aria-pressed", Sound.on);
    Sound.plan(Training.steps, Training.state, Date.now());
  },

  async stayAwake() {
    try {
      Training.lock = await navigator.wakeLock.request("screen");
    } catch {
      Training.lock = null; // not allowed, or not known: the screen goes dark as always
    }
  },

  /** Back from the background, where locks are lost and sound may have been. */
  wake() {
    if (document.hidden || !Face.dialog.open) return;
    Training.look();
    Training.stayAwake();
    if (Sound.context) Sound.wake();
    Sound.plan(Training.steps, Training.state, Date.now());
  },
};

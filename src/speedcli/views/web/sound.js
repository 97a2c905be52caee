// Beeps, told ahead to the audio clock, which goes on where the timers of a hidden page are slowed.
const Sound = {
  on: true,
  context: null,
  planned: [],

  /** Browsers allow sound from the first tap on. */
  wake() {
    const Context = window.AudioContext ?? window.webkitAudioContext;
    if (!Context) return;
    Sound.context ??= new Context();
    Sound.context.resume?.();
  },

  /** Plan the beeps of the coming changes in place of those planned before. */
  plan(steps, state, now) {
    Sound.hush();
    for (const change of Timer.ahead(steps, state)) {
      const due = (change.time - now) / 1000;
      const length = steps[change.from].seconds;
      for (const before of [3, 2, 1]) {
        if (before < length && before < due) Sound.beep(due - before, 660, 0.08);
      }
      Sound.signal(steps[change.to]?.doing, due);
    }
  },

  /** What begins can be told by ear: work is high, rest is low, a change of sides is double. */
  signal(doing, due) {
    if (doing === "work") Sound.beep(due, 1320, 0.5);
    else if (doing === "switch") [0, 0.18].forEach((after) => Sound.beep(due + after, 880, 0.12));
    else if (doing === undefined) [0, 0.2, 0.4].forEach((after) => Sound.beep(due + after, 990, 0.15));
    else Sound.beep(due, 440, 0.5);
  },

  beep(due, pitch, length) {
    const { context } = Sound;
    if (!Sound.on || !context) return;
    const start = context.currentTime + Math.max(0, due);
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0.8, start);
    volume.gain.exponentialRampToValueAtTime(0.01, start + length);
    tone.connect(volume).connect(context.destination);
    tone.start(start);
    tone.stop(start + length);
    Sound.planned.push(tone);
  },

  hush() {
    for (const tone of Sound.planned.splice(0)) tone.disconnect();
  },
};

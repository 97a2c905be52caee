// The clockwork of a block: which step is on, and when it ends. Nothing here reads a clock or the
// page. Time comes in as `now`, in milliseconds, so that tests can let it pass as they like.
//
// A state is one of
//   {at, ends}          counting: the step `at` ends at the time `ends`
//   {at, ends: null, left}  paused with so many milliseconds left
//   {at, ends: null, left: null}  waiting for a tap; or done, where there is no step `at`
"use strict";

const Timer = {
  begin: (steps, now) => Timer.enter(steps, 0, now),

  /** The state at the start of a step that begins at the time `from`. */
  enter(steps, at, from) {
    const step = steps[at];
    const counts = step !== undefined && !step.waits;
    return { at, ends: counts ? from + step.seconds * 1000 : null, left: null };
  },

  /** The state at `now`. Each step starts when the one before was due to end, however late this
   *  is called, so that a page that slept is exact when it wakes. */
  advance(steps, state, now) {
    let reached = state;
    while (reached.ends !== null && now >= reached.ends) {
      reached = Timer.enter(steps, reached.at + 1, reached.ends);
    }
    return reached;
  },

  /** A step that waits is over, or one that counts is cut short. */
  next(steps, state, now) {
    return Timer.isDone(steps, state) ? state : Timer.go(steps, state, state.at + 1, now);
  },

  /** To the start of this step, or of the one before when this one has only just begun. */
  back(steps, state, now) {
    const step = steps[state.at];
    const fresh = step === undefined || step.waits ||
      step.seconds * 1000 - Timer.left(state, now) < 2000;
    return Timer.go(steps, state, Math.max(0, state.at - (fresh ? 1 : 0)), now);
  },

  /** To another step; what was paused stays paused. */
  go(steps, state, at, now) {
    const there = Timer.enter(steps, at, now);
    return Timer.isPaused(state) ? Timer.pause(there, now) : there;
  },

  pause: (state, now) =>
    state.ends === null ? state : { at: state.at, ends: null, left: state.ends - now },

  resume: (state, now) =>
    state.left === null ? state : { at: state.at, ends: now + state.left, left: null },

  /** Milliseconds left of the step; null where it waits. */
  left: (state, now) => (state.ends === null ? state.left : Math.max(0, state.ends - now)),

  isPaused: (state) => state.left !== null,
  isDone: (steps, state) => state.at >= steps.length,

  /** The changes to come by themselves, until a step that waits: when, and to which step. */
  ahead(steps, state) {
    const changes = [];
    for (let on = state; on.ends !== null; ) {
      changes.push({ time: on.ends, from: on.at, to: on.at + 1 });
      on = Timer.enter(steps, on.at + 1, on.ends);
    }
    return changes;
  },
};

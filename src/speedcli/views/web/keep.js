// What the phone keeps: texts by name, for this plan. Without storage all works but the memory.
const Keep = {
  name: (...parts) => ["speed", data.plan, ...parts].join("/"),

  get(...parts) {
    try {
      return JSON.parse(localStorage.getItem(Keep.name(...parts)));
    } catch {
      return null;
    }
  },

  /** Keep a value, or forget it where it is null. */
  set(value, ...parts) {
    try {
      const name = Keep.name(...parts);
      if (value === null) localStorage.removeItem(name);
      else localStorage.setItem(name, JSON.stringify(value));
    } catch {
      // A phone that keeps nothing still counts.
    }
  },
};

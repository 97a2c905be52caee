// Where it starts: what the page brought along, and everything that lives on it.
const data = JSON.parse(document.getElementById("data").textContent);
const timers = data.timers.map((rows) =>
  rows.map((row) => Object.fromEntries(data.fields.map((field, place) => [field, row[place]]))),
);

Days.start();
Training.start();

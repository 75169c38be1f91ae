(function () {
  "use strict";
  document.documentElement.classList.add("scripted");

  function rowsOf(table) {
    // A row and the lines under it travel together, so a sortable unit is a tbody or, in plain tables, a row.
    return table.tBodies.length > 1 ? Array.from(table.tBodies) : Array.from(table.tBodies[0] ? table.tBodies[0].rows : []);
  }

  function keyOf(unit, column) {
    var row = unit.rows ? unit.rows[0] : unit;
    var cell = row.cells[column];
    return cell.dataset.sort === undefined ? cell.textContent.trim() : cell.dataset.sort;
  }

  function compare(a, b, down) {
    // What is not known comes last, whichever way the column is sorted.
    if (a === "" || b === "") { return (a === "") - (b === ""); }
    var x = Number(a), y = Number(b);
    var order = isNaN(x) || isNaN(y) ? a.localeCompare(b, "en") : x - y;
    return down ? -order : order;
  }

  function sortBy(table, header) {
    var down = header.getAttribute("aria-sort") === "ascending";
    var column = header.cellIndex;
    rowsOf(table)
      .map(function (unit, place) { return { unit: unit, key: keyOf(unit, column), place: place }; })
      .sort(function (a, b) { return compare(a.key, b.key, down) || a.place - b.place; })
      .forEach(function (entry) { entry.unit.parentNode.appendChild(entry.unit); });
    table.querySelectorAll("thead th[aria-sort]").forEach(function (other) { other.removeAttribute("aria-sort"); });
    header.setAttribute("aria-sort", down ? "descending" : "ascending");
  }

  function filterBy(table, words, tally) {
    var wanted = words.toLocaleLowerCase("en").split(/\s+/).filter(Boolean);
    var shown = 0, units = rowsOf(table);
    units.forEach(function (unit) {
      var text = unit.textContent.toLocaleLowerCase("en");
      var hit = wanted.every(function (word) { return text.indexOf(word) >= 0; });
      unit.hidden = !hit;
      shown += hit ? 1 : 0;
    });
    tally.textContent = wanted.length ? shown + " of " + units.length + " rows shown" : "";
  }

  document.querySelectorAll("table.sortable").forEach(function (table) {
    table.querySelectorAll("thead th[data-by]").forEach(function (header) {
      var button = document.createElement("button");
      button.type = "button";
      while (header.firstChild) { button.appendChild(header.firstChild); }
      header.appendChild(button);
      button.addEventListener("click", function () { sortBy(table, header); });
    });
  });

  document.querySelectorAll("input[data-filters]").forEach(function (input) {
    var table = document.getElementById(input.dataset.filters);
    var tally = document.getElementById(input.dataset.filters + "-shown");
    input.addEventListener("input", function () { filterBy(table, input.value, tally); });
  });

  // A link into folded evidence unfolds it.
  function unfold(hash) {
    var target = hash.length > 1 && document.getElementById(decodeURIComponent(hash.slice(1)));
    for (var fold = target && target.closest("details"); fold; fold = fold.parentElement.closest("details")) { fold.open = true; }
    if (target && target.dataset.unfolds !== undefined) {
      var own = target.querySelector("details");
      if (own) { own.open = true; }
    }
  }
  // On the click itself: the address does not change where a link is followed again.
  document.addEventListener("click", function (event) {
    var link = event.target.closest('a[href^="#"]');
    if (link) { unfold(link.getAttribute("href")); }
  });
  window.addEventListener("hashchange", function () { unfold(location.hash); });
  unfold(location.hash);

  // Paper cannot be clicked: what is folded is printed, and folded again afterwards.
  var opened = [];
  window.addEventListener("beforeprint", function () {
    opened = Array.from(document.querySelectorAll("details:not([open]):not(.data)"));
    opened.forEach(function (fold) { fold.open = true; });
    // A heading that repeats on every sheet is painted without its buttons.
    document.querySelectorAll("th > button").forEach(function (button) {
      while (button.firstChild) { button.parentNode.insertBefore(button.firstChild, button); }
    });
  });
  window.addEventListener("afterprint", function () {
    opened.forEach(function (fold) { fold.open = false; });
    document.querySelectorAll("th > button").forEach(function (button) {
      while (button.previousSibling) { button.insertBefore(button.previousSibling, button.firstChild); }
    });
  });
}());

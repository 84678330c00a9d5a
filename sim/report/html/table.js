// All variants; a click on a head sorts by it, another turns it round.

(function table() {
    const section = document.getElementById('variants');
    const place = section.querySelector('.scroll');
    const more = section.querySelector('button');
    const best = metrics.map((_, m) => bestRow(m));
    const columns = [
        {name: 'no.', key: row => row.number},
        ...inputs.map((input, i) => ({name: input.label, isWord: !input.numeric, key: row => input.numeric ? row.positions[i] : row.values[i]})),
        ...metrics.map((metric, m) => ({name: metric.title, key: row => row.means[m], falls: metric.better === 'more'})),
        {name: 'runs', key: row => row.replications},
    ];
    const order = {column: 0, sign: 1};
    const step = 200;
    let most = step;
    const numberOf = new Map(rows.map((row, r) => [row, r]));

    function compare(a, b) {
        const x = columns[order.column].key(a), y = columns[order.column].key(b);
        if (x === y) return a.number - b.number;
        if (x === null) return 1;  // what is not known comes last, either way
        if (y === null) return -1;
        return x < y ? -order.sign : order.sign;
    }

    function line(row) {
        const tr = element('tr');
        tr.append(element('td', String(row.number)));
        row.values.forEach((value, i) => tr.append(element('td', value, inputs[i].numeric ? '' : 'word')));
        metrics.forEach((metric, m) => {
            const isBest = best[m] === numberOf.get(row);
            const td = element('td', (isBest ? '★ ' : '') + shown(row.means[m], metric), isBest ? 'best' : '');
            td.append(element('small', shownHalfWidth(row.halfWidths[m], metric)));
            tr.append(td);
        });
        tr.append(element('td', String(row.replications)));
        return tr;
    }

    function head() {
        const tr = element('tr');
        columns.forEach((column, c) => {
            const th = element('th', column.name, column.isWord ? 'word' : '');
            th.tabIndex = 0;
            if (order.column === c) th.setAttribute('aria-sort', order.sign > 0 ? 'ascending' : 'descending');
            const sort = () => {
                order.sign = order.column === c ? -order.sign : column.falls ? -1 : 1;
                order.column = c;
                show();
            };
            th.addEventListener('click', sort);
            th.addEventListener('keydown', event => { if (event.key === 'Enter') sort(); });
            tr.append(th);
        });
        return tr;
    }

    function show() {
        const sorted = [...rows].sort(compare);
        const list = element('table', '', 'list');
        list.append(element('thead'), element('tbody'));
        list.tHead.append(head());
        list.tBodies[0].append(...sorted.slice(0, most).map(line));
        place.replaceChildren(list);
        more.hidden = rows.length <= most;
        more.textContent = `${Math.min(step, rows.length - most)} more of ${grouped(rows.length, 0)}`;
    }
    more.addEventListener('click', () => { most += step; show(); });
    show();
    redraw();
})();

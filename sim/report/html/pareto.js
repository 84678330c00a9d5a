// Two KPIs against each other: the variants that no other beats in both.

(function pareto() {
    const section = document.getElementById('pareto');
    const rated = metrics.map((_, m) => m).filter(m => metrics[m].better !== 'neither');
    if (rated.length < 2) return section.remove();
    const find = pattern => rated.find(m => pattern.test(metrics[m].name));
    const chosen = {x: find(/^cost$/) ?? find(/cost/) ?? rated.find(m => metrics[m].better === 'less') ?? rated[0]};
    chosen.y = find(/^service_level$/) ?? find(/service_level/) ?? rated.find(m => m !== chosen.x);
    if (chosen.y === chosen.x) chosen.y = rated.find(m => m !== chosen.x);
    const names = rated.map(m => [m, metrics[m].title]);
    const controls = section.querySelector('.controls');
    select(controls, 'across', names, chosen.x, m => { chosen.x = m; show(); });
    select(controls, 'up', names, chosen.y, m => { chosen.y = m; show(); });

    /// Those that no other one beats in one KPI without being worse in the other; from the cheapest on.
    function frontOf(x, y) {
        const known = rows.filter(row => row.means[x] !== null && row.means[y] !== null);
        const ahead = (a, b, m) => metrics[m].better === 'more' ? b.means[m] - a.means[m] : a.means[m] - b.means[m];
        known.sort((a, b) => ahead(a, b, x) || ahead(a, b, y));
        const front = [];
        for (const row of known) {
            if (front.length === 0 || isBetter(row.means[y], front[front.length - 1].means[y], metrics[y])) front.push(row);
        }
        return {known, front};
    }

    function list(front) {
        const {x, y} = chosen;
        const table = element('table', '', 'list');
        const names = element('tr');
        names.append(...[...inputs.map(input => input.label), metrics[x].title, metrics[y].title].map(name => element('th', name)));
        table.append(element('thead'), element('tbody'));
        table.tHead.append(names);
        const most = 25;
        const step = Math.max(1, Math.ceil(front.length / most));
        front.filter((_, f) => f % step === 0 || f === front.length - 1).forEach(row => {
            const tr = element('tr');
            tr.append(...row.values.map(value => element('td', value)));
            for (const m of [x, y]) {
                const td = element('td', shown(row.means[m], metrics[m]));
                td.append(element('small', shownHalfWidth(row.halfWidths[m], metrics[m])));
                tr.append(td);
            }
            table.tBodies[0].append(tr);
        });
        section.querySelector('.scroll').replaceChildren(table);
    }

    function show() {
        const {x, y} = chosen;
        const {known, front} = frontOf(x, y);
        const point = row => ({x: row.means[x], y: row.means[y], row});
        section.querySelector('h2').textContent = `${metrics[y].title} against ${uncapitalised(metrics[x].title)}`;
        section.querySelector('.hint').textContent = `${front.length} of ${known.length} variants are beaten by no other in both (Pareto front); where intervals overlap, neighbours of the front may be as good.`
            + (find(/cost/) === undefined ? ' Costs are not among the KPIs: sweep with --metric cost, and with rates in the scenario.' : '');
        draw(section.querySelector('canvas'), {
            type: 'scatter',
            data: {datasets: [
                {label: 'the front', data: front.map(point), showLine: true, borderColor: colours[0], backgroundColor: colours[0], borderWidth: 2, pointRadius: 5, pointHoverRadius: 7},
                {label: 'other variants', data: known.filter(row => !front.includes(row)).map(point), backgroundColor: palette().soft + '88', borderColor: 'transparent', pointRadius: 3.5, pointStyle: 'rectRot'},
            ]},
            options: {
                scales: {x: axis(metrics[x], `${metrics[x].title} (${metrics[x].better === 'more' ? 'more' : 'less'} is better)`), y: axis(metrics[y], `${metrics[y].title} (${metrics[y].better === 'more' ? 'more' : 'less'} is better)`)},
                plugins: {
                    legend: {labels: marksLegend},
                    tooltip: {callbacks: {label: ({raw}) => [inputsOf(raw.row), `${metrics[x].title} ${shown(raw.x, metrics[x])}`, `${metrics[y].title} ${shown(raw.y, metrics[y])}`]}},
                },
            },
        });
        list(front);
    }
    redraws.push(show);
})();

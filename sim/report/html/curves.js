// How the KPI answers to one input: a line for each value of a second one.

(function curves() {
    const section = document.getElementById('curves');
    const none = -1;
    const numberOfLevels = inputs.map((_, i) => new Set(rows.map(row => row.values[i])).size);
    const along = {x: 0, by: none};
    // The input that moves the first KPI most runs along, numbers before words; the one with the next most values gives
    // the lines.
    const strength = i => (data.effects.find(effect => effect.input === i && effect.metric === 0)?.range ?? 0) + (inputs[i].numeric ? 1e12 : 0);
    inputs.forEach((_, i) => { if (strength(i) > strength(along.x)) along.x = i; });
    inputs.forEach((_, i) => {
        if (i !== along.x && (along.by === none || numberOfLevels[i] > numberOfLevels[along.by])) along.by = i;
    });
    const isGrid = data.design === 'grid';
    if (!isGrid) along.by = none;
    const controls = section.querySelector('.controls');
    if (inputs.length > 1) {
        const boxes = {};
        boxes.x = select(controls, 'along', inputNames(), along.x, i => {
            if (along.by === i) boxes.by.value = String(along.by = along.x);
            along.x = i;
            show();
        });
        boxes.by = select(controls, 'lines', [[none, '(all together)'], ...inputNames()], along.by, i => {
            if (along.x === i) boxes.x.value = String(along.x = along.by === none ? (i + 1) % inputs.length : along.by);
            along.by = i;
            show();
        });
    }

    // Vertical bars with caps, where a point has a half-width.
    const intervals = {
        id: 'intervals',
        afterDatasetsDraw(chart) {
            const {ctx, scales: {y}} = chart;
            chart.data.datasets.forEach((set, s) => chart.getDatasetMeta(s).data.forEach((point, p) => {
                const halfWidth = set.data[p].halfWidth, x = point.x;
                if (!halfWidth || !set.showLine) return;
                const top = y.getPixelForValue(set.data[p].y + halfWidth), bottom = y.getPixelForValue(set.data[p].y - halfWidth);
                ctx.save();
                ctx.strokeStyle = set.borderColor;
                ctx.lineWidth = 1.3;
                ctx.beginPath();
                ctx.moveTo(x, top); ctx.lineTo(x, bottom);
                ctx.moveTo(x - 4, top); ctx.lineTo(x + 4, top);
                ctx.moveTo(x - 4, bottom); ctx.lineTo(x + 4, bottom);
                ctx.stroke();
                ctx.restore();
            }));
        },
    };

    function lineOf(name, chosen, x, s) {
        const groups = x.labels.map(() => []);
        chosen.forEach(r => groups[x.of[r]].push(r));
        const points = groups.map((group, g) => ({g, value: summary(group, state.metric)})).filter(p => p.value).map(({g, value}) => ({
            x: inputs[along.x].numeric ? x.positions[g] : x.labels[g],
            y: value.mean, halfWidth: value.halfWidth, count: value.count, label: x.labels[g],
        }));
        return {
            label: name, data: points, showLine: true, borderColor: colours[s], backgroundColor: colours[s], borderWidth: 2,
            borderDash: dashes[s], pointStyle: marks[s], pointRadius: 4, pointHoverRadius: 6,
        };
    }

    function show() {
        const metric = metrics[state.metric], input = inputs[along.x];
        const x = levelsOf(along.x, isGrid ? 60 : 12);
        const by = along.by === none ? {labels: [''], of: rows.map(() => 0)} : levelsOf(along.by, colours.length);
        const shownLines = by.labels.length > colours.length
            ? colours.map((_, s) => Math.round(s * (by.labels.length - 1) / (colours.length - 1))) : by.labels.map((_, b) => b);
        const sets = shownLines.map((b, s) => lineOf(
            along.by === none ? (x.parts ? 'mean of a part' : 'mean') : `${inputs[along.by].label} ${by.labels[b]}`,
            rows.map((_, r) => r).filter(r => by.of[r] === b), x, s));
        if (x.parts) {
            sets.push({
                label: 'a variant', showLine: false, pointRadius: 2.5, backgroundColor: palette().soft + '99', borderColor: 'transparent',
                data: rows.filter(row => row.means[state.metric] !== null).map(row => ({x: row.positions[along.x], y: row.means[state.metric], halfWidth: null, count: 1, label: row.values[along.x]})),
            });
        }
        section.querySelector('h2').textContent = `${metric.title} along ${input.label}`;
        const hasIntervals = sets.some(set => set.data.some(point => point.halfWidth));
        section.querySelector('.hint').textContent = (hasIntervals ? `Bars: ${Math.round(100 * data.confidence)} % intervals. The customers are the same at all points, so differences are surer than the bars suggest.`
            : 'Points are means over several variants, and have no interval.')
            + (by.labels.length > colours.length ? ` ${colours.length} of ${by.labels.length} lines are drawn.` : '');
        draw(section.querySelector('canvas'), {
            type: 'line', data: {datasets: sets}, plugins: [intervals],
            options: {
                scales: {
                    x: input.numeric ? {
                        type: 'linear', title: {display: true, text: input.label}, grid: {display: false},
                        ...room(sets.flatMap(set => set.data.map(point => point.x)), .02),
                        ticks: {callback: value => input.is_time ? duration(value) : grouped(value, Number.isInteger(value) ? 0 : 2), includeBounds: false},
                    }
                    : {type: 'category', labels: x.labels, title: {display: true, text: input.label}, grid: {display: false}, offset: true},
                    y: axis(metric),
                },
                plugins: {
                    legend: {display: sets.length > 1, labels: marksLegend},
                    tooltip: {callbacks: {
                        title: items => `${input.label} ${items[0].raw.label}`,
                        label: ({raw, dataset}) => `${dataset.label}: ${shown(raw.y, metric)} ${shownHalfWidth(raw.halfWidth, metric)}${raw.count > 1 ? ` (mean of ${raw.count})` : ''}`,
                    }},
                },
            },
        });
    }
    redraws.push(show);
})();

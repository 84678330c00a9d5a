// What each input does to the KPI on average over all others, the strongest on top.

(function tornado() {
    const section = document.getElementById('tornado');
    if (inputs.length < 2) return section.remove();

    function endsOf(effect) {
        const levels = effect.levels;
        if (inputs[effect.input].numeric) return [levels[0], levels[levels.length - 1]];
        const sorted = [...levels].sort((a, b) => a.mean - b.mean);
        return [sorted[0], sorted[sorted.length - 1]];
    }

    // The input's value stands at the end of each bar.
    const labels = {
        id: 'labels',
        afterDatasetsDraw(chart) {
            const {ctx, scales: {x}} = chart;
            ctx.save();
            ctx.font = `12px ${Chart.defaults.font.family}`;
            ctx.fillStyle = palette().ink;
            ctx.textBaseline = 'middle';
            chart.data.datasets.forEach((set, s) => chart.getDatasetMeta(s).data.forEach((bar, b) => {
                const [from, to] = set.data[b];
                ctx.textAlign = to >= from ? 'left' : 'right';
                ctx.fillText(set.values[b], x.getPixelForValue(to) + (to >= from ? 5 : -5), bar.y);
            }));
            ctx.restore();
        },
    };

    function show() {
        const metric = metrics[state.metric];
        const effects = data.effects.filter(effect => effect.metric === state.metric && effect.levels.length > 0)
            .sort((a, b) => b.range - a.range);
        const known = rows.filter(row => row.means[state.metric] !== null).map(row => row.means[state.metric]);
        const middle = known.length ? meanOf(known) : 0;
        const ends = effects.map(endsOf);
        const set = (which, name, colour) => ({
            label: name, backgroundColor: colour, grouped: false, barPercentage: .7,
            data: ends.map(pair => [middle, pair[which].mean]), values: ends.map(pair => pair[which].value),
        });
        section.querySelector('h2').textContent = `What moves ${uncapitalised(metric.title)} most`;
        section.querySelector('.hint').textContent =
            `Means over all variants with an input's lowest and its highest value, against the mean of all, ${shown(middle, metric)}.`;
        section.querySelector('.chart').style.height = `${90 + 46 * effects.length}px`;
        const all = ends.flat().map(level => level.mean).concat(middle);
        draw(section.querySelector('canvas'), {
            type: 'bar', plugins: [labels],
            data: {labels: effects.map(effect => inputs[effect.input].label), datasets: [set(0, 'lowest value', '#56b4e9'), set(1, 'highest value', '#d55e00')]},
            options: {
                indexAxis: 'y',
                scales: {
                    x: {...axis(metric), ...room(all, .16)},
                    y: {grid: {display: false}, ticks: {color: palette().ink}},
                },
                plugins: {
                    legend: {labels: {boxWidth: 14}},
                    tooltip: {callbacks: {label: ({dataset, dataIndex}) => `${dataset.label} ${dataset.values[dataIndex]}: ${shown(dataset.data[dataIndex][1], metric)}`}},
                },
            },
        });
    }
    redraws.push(show);
})();

// Two inputs against each other: a table with coloured cells.

(function heatMap() {
    const section = document.getElementById('heat-map');
    if (inputs.length < 2) return section.remove();
    const axes = {across: 0, down: 1};
    const controls = section.querySelector('.controls');
    const boxes = {};
    // An input against itself says nothing: the two change places.
    for (const [key, other, label] of [['across', 'down', 'across'], ['down', 'across', 'down']]) {
        boxes[key] = select(controls, label, inputNames(), axes[key], i => {
            if (axes[other] === i) boxes[other].value = String(axes[other] = axes[key]);
            axes[key] = i;
            show();
        });
    }
    if (inputs.length === 2) controls.append(element('span', ''));

    // Lightness falls evenly from low to high, so the map reads the same in grey.
    const stops = [[243, 246, 250], [146, 186, 216], [11, 68, 112]];
    function colourAt(place) {
        const at = Math.min(0.9999, Math.max(0, place)) * (stops.length - 1);
        const low = Math.floor(at);
        return stops[low].map((c, i) => Math.round(c + (at - low) * (stops[low + 1][i] - c)));
    }
    const css = rgb => `rgb(${rgb.join(' ')})`;

    function cellsOf(across, down) {
        const members = down.labels.map(() => across.labels.map(() => []));
        rows.forEach((row, r) => members[down.of[r]][across.of[r]].push(r));
        return members.map(line => line.map(chosen => summary(chosen, state.metric)));
    }

    function cell(value, metric, scale, isBest) {
        if (!value) return element('td', '–', 'none');
        const td = element('td', (isBest ? '★ ' : '') + shown(value.mean, metric));
        const place = scale.high > scale.low ? (value.mean - scale.low) / (scale.high - scale.low) : 0.3;
        const rgb = colourAt(place);
        td.style.background = css(rgb);
        td.style.color = 0.299 * rgb[0] + 0.587 * rgb[1] + 0.114 * rgb[2] > 128 ? '#111' : '#fff';
        const more = value.count > 1 ? `mean of ${value.count}` : shownHalfWidth(value.halfWidth, metric);
        if (more) td.append(element('small', more));
        return td;
    }

    function legend(metric, scale) {
        const box = section.querySelector('.legend');
        const bar = element('i');
        bar.style.background = `linear-gradient(90deg, ${stops.map(css).join(', ')})`;
        box.replaceChildren(shown(scale.low, metric), bar, shown(scale.high, metric));
        if (metric.better !== 'neither') box.append(`  ★ ${metric.better === 'more' ? 'highest' : 'lowest'}`);
    }

    function show() {
        const metric = metrics[state.metric];
        const across = levelsOf(axes.across, 16), down = levelsOf(axes.down, 20);
        const cells = cellsOf(across, down);
        const means = cells.flat().filter(Boolean).map(c => c.mean);
        const scale = {low: Math.min(...means), high: Math.max(...means)};
        const best = metric.better === 'neither' ? null : metric.better === 'more' ? scale.high : scale.low;
        section.querySelector('h2').textContent = `${metric.title} by ${inputs[axes.across].label} and ${inputs[axes.down].label}`;
        const averaged = cells.flat().some(c => c && c.count > 1);
        section.querySelector('.hint').textContent = averaged
            ? 'A cell is the mean over all variants with these two values, whatever the other inputs.'
            : `With the half-width of the ${Math.round(100 * data.confidence)} % interval.`;
        const table = element('table', '', 'heat');
        const names = element('tr');
        const corner = element('th', `${inputs[axes.down].label} ↓   ${inputs[axes.across].label} →`, 'axis');
        names.append(corner, ...across.labels.map(label => element('th', label)));
        table.append(element('thead'), element('tbody'));
        table.tHead.append(names);
        cells.forEach((line, d) => {
            const tr = element('tr');
            tr.append(element('th', down.labels[d]), ...line.map(c => cell(c, metric, scale, c && c.mean === best)));
            table.tBodies[0].append(tr);
        });
        section.querySelector('.scroll').replaceChildren(table);
        if (means.length) legend(metric, scale);
    }
    redraws.push(show);
})();

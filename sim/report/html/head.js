// The best variant of each KPI, and which KPI the charts show.

(function head() {
    const cards = document.getElementById('cards');
    metrics.forEach((metric, m) => {
        const best = bestRow(m);
        if (best < 0) return;
        const row = rows[best];
        const card = element('div', '', 'card');
        card.append(element('small', `${metric.better === 'more' ? 'Highest' : 'Lowest'} ${uncapitalised(metric.title)}`));
        const value = element('b', shown(row.means[m], metric) + ' ');
        value.append(element('small', shownHalfWidth(row.halfWidths[m], metric)));
        card.append(value, element('span', inputsOf(row)));
        cards.append(card);
    });
    const bar = document.getElementById('metric-bar');
    select(bar, 'Charts show', metrics.map((metric, m) => [m, metric.title]), 0, m => {
        state.metric = m;
        redraw();
    });
    if (metrics.length < 2) bar.hidden = true;
})();

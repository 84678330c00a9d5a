'use strict';
// What the parts of the page share: the data, how numbers are written, levels of inputs, and colours.

const data = JSON.parse(document.getElementById('data').textContent);
const {inputs, metrics, rows} = data;
const state = {metric: 0};
const charts = [];
const redraws = [];

// Okabe and Ito's colours, each with a dash and a mark of its own, so that they are told apart in grey too.
const colours = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9'];
const dashes = [[], [7, 4], [2, 3], [9, 3, 2, 3], [12, 4], [4, 4]];
const marks = ['circle', 'rectRot', 'triangle', 'rect', 'star', 'crossRot'];

const element = (name, text = '', kind = '') => {
    const node = document.createElement(name);
    node.textContent = text;
    if (kind) node.className = kind;
    return node;
};
const grouped = (value, decimals) =>
    value.toLocaleString('en-US', {minimumFractionDigits: decimals, maximumFractionDigits: decimals});

function duration(seconds) {
    const sign = seconds < 0 ? '−' : '';
    const s = Math.abs(seconds);
    if (s < 10) return `${sign}${s.toFixed(1)} s`;
    if (s < 100) return `${sign}${Math.round(s)} s`;
    if (s < 3600) return `${sign}${Math.floor(s / 60)} min ${String(Math.round(s) % 60).padStart(2, '0')} s`;
    return `${sign}${Math.floor(s / 3600)} h ${String(Math.round(s / 60) % 60).padStart(2, '0')} min`;
}

function shown(value, metric) {
    if (value === null || value === undefined || Number.isNaN(value)) return '–';
    if (metric.unit === 'percent') return `${grouped(100 * value, 1)} %`;
    if (metric.unit === 'seconds') return duration(value);
    if (metric.unit === 'ratio') return grouped(value, 2);
    return grouped(value, Math.abs(value) < 100 && !Number.isInteger(value) ? 1 : 0);
}

/// "± 0.4", without the unit where the mean has it; empty when it rounds to nothing.
function shownHalfWidth(value, metric) {
    if (value === null || value === undefined) return '';
    const text = metric.unit === 'percent' ? grouped(100 * value, 1) : shown(value, metric);
    return /[1-9]/.test(text) ? `± ${text}` : '';
}

const inputsOf = (row, separator = ' · ') => inputs.map((input, i) => `${input.label} ${row.values[i]}`).join(separator);
const isBetter = (a, b, metric) => metric.better === 'more' ? a > b : a < b;
const meanOf = numbers => numbers.reduce((sum, x) => sum + x, 0) / numbers.length;

/// The best row for a metric, or -1.
function bestRow(m) {
    let best = -1;
    if (metrics[m].better === 'neither') return best;
    rows.forEach((row, r) => {
        if (row.means[m] !== null && (best < 0 || isBetter(row.means[m], rows[best].means[m], metrics[m]))) best = r;
    });
    return best;
}

/// The values of an input, or where there are more than `most` of them, parts with about as many variants each.
function levelsOf(i, most) {
    const known = new Map();
    rows.forEach(row => known.set(row.values[i], row.positions[i]));
    let values = [...known.keys()];
    if (inputs[i].numeric) values.sort((a, b) => known.get(a) - known.get(b));
    const numberOf = new Map(values.map((value, v) => [value, v]));
    if (values.length <= most || !inputs[i].numeric) {
        return {labels: values, positions: values.map(v => known.get(v)), of: rows.map(row => numberOf.get(row.values[i])), parts: false};
    }
    const parts = Math.min(6, most);
    const order = rows.map((row, r) => r).sort((a, b) => rows[a].positions[i] - rows[b].positions[i]);
    const of = [];
    const members = Array.from({length: parts}, () => []);
    order.forEach((r, place) => {
        of[r] = Math.floor(place * parts / rows.length);
        members[of[r]].push(r);
    });
    return {
        labels: members.map(m => `${rows[m[0]].values[i]} – ${rows[m[m.length - 1]].values[i]}`),
        positions: members.map(m => meanOf(m.map(r => rows[r].positions[i]))),
        of, parts: true,
    };
}

/// Mean of the rows' means, and the half-width where it is one row's.
function summary(chosen, m) {
    const known = chosen.filter(r => rows[r].means[m] !== null);
    if (known.length === 0) return null;
    return {
        mean: meanOf(known.map(r => rows[r].means[m])),
        halfWidth: known.length === 1 ? rows[known[0]].halfWidths[m] : null,
        count: known.length,
        row: known[0],
    };
}

function select(parent, label, names, chosen, change) {
    const box = element('select');
    names.forEach(([value, name]) => {
        const option = element('option', name);
        option.value = value;
        box.append(option);
    });
    box.value = String(chosen);
    box.addEventListener('change', () => change(Number(box.value)));
    const wrap = element('label', label + ' ');
    wrap.append(box);
    parent.append(wrap);
    return box;
}
const inputNames = () => inputs.map((input, i) => [i, input.label]);

let isPrinting = false;
const ink = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const palette = () => isPrinting ? {ink: '#000', soft: '#444', line: '#ccc', paper: '#fff'}
    : {ink: ink('--ink'), soft: ink('--soft'), line: ink('--line'), paper: ink('--paper')};

/// Draws a chart in the place of the one that was there.
function draw(canvas, config) {
    const before = charts.findIndex(chart => chart.canvas === canvas);
    if (before >= 0) charts.splice(before, 1)[0].destroy();
    const colour = palette();
    Chart.defaults.color = colour.soft;
    Chart.defaults.borderColor = colour.line;
    Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    Chart.defaults.font.size = 13;
    charts.push(new Chart(canvas, {
        ...config,
        options: {animation: false, maintainAspectRatio: false, devicePixelRatio: Math.max(2, devicePixelRatio), ...config.options},
    }));
}

/// Round numbers along an axis need no decimals.
function tick(value, metric) {
    if (metric.unit === 'percent') return `${grouped(100 * value, Math.abs(100 * value - Math.round(100 * value)) < 1e-6 ? 0 : 1)} %`;
    return shown(value, metric);
}
const axis = (metric, title = metric.title) => ({
    title: {display: true, text: title},
    ticks: {callback: value => tick(value, metric), maxTicksLimit: 8, includeBounds: false},
});
/// A little more than from the lowest to the highest, so that nothing stands on the edge.
function room(values, share) {
    const low = Math.min(...values), high = Math.max(...values);
    const more = share * (high - low || Math.abs(high) || 1);
    return {min: low - more, max: high + more};
}
const marksLegend = {usePointStyle: true, boxWidth: 7, boxHeight: 7, padding: 16};
const uncapitalised = title => title.replace(/^[A-Z](?![A-Z])/, c => c.toLowerCase());

function redraw() { redraws.forEach(again => again()); }

matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
addEventListener('beforeprint', () => { isPrinting = true; redraw(); });
addEventListener('afterprint', () => { isPrinting = false; redraw(); });

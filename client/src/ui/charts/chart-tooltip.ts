import type { TooltipComponentOption } from 'echarts/components';
import type { ChartTheme } from './chart-theme.js';

/** A line of what a chart says under the pointer. */
export interface TooltipLine {
  label: string;
  value: string;
  colour?: string;
}

/** The words under the pointer, as elements: text never becomes markup, and no style is written into markup. */
function drawTooltip(title: string, lines: readonly TooltipLine[]): HTMLElement {
  const box = document.createElement('div');
  box.className = 'chart-tooltip';
  const head = box.appendChild(document.createElement('b'));
  head.textContent = title;
  for (const { label, value, colour } of lines) {
    const row = box.appendChild(document.createElement('span'));
    const sign = row.appendChild(document.createElement('i'));
    if (colour) sign.style.background = colour;
    row.appendChild(document.createElement('span')).textContent = label;
    row.appendChild(document.createElement('b')).textContent = value;
  }
  return box;
}

/** The tooltip of a chart; `read` gives the words for a place in the data. */
export function tooltipOf(
  theme: ChartTheme,
  trigger: 'axis' | 'item',
  read: (dataIndex: number) => { title: string; lines: TooltipLine[] } | null,
): TooltipComponentOption {
  return {
    trigger,
    confine: true,
    transitionDuration: 0,
    padding: 0,
    borderWidth: 0,
    backgroundColor: 'transparent',
    extraCssText: 'box-shadow:none',
    axisPointer: { type: 'shadow', shadowStyle: { color: theme.outline, opacity: 0.25 } },
    formatter: (parameters) => {
      const one = Array.isArray(parameters) ? parameters[0] : parameters;
      const said = one && read(one.dataIndex);
      return said ? drawTooltip(said.title, said.lines) : '';
    },
  };
}

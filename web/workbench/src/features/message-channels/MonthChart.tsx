import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { MessageStatisticsLine } from '@tongban/server/src/kernel/messaging/statistics.contract.ts';
import { useEffect, useRef } from 'react';
import { text } from './text.ts';

register([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

const words = text.statistics;

/** Messages of each month as bars, those that failed as a line over them. */
export function MonthChart({ lines }: { lines: readonly MessageStatisticsLine[] }) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!frame.current) return undefined;
    const chart = init(frame.current, undefined, { renderer: 'svg' });
    chart.setOption({
      animation: false, grid: { left: 56, right: 56, top: 32, bottom: 28 }, legend: { top: 0, right: 0 }, tooltip: { trigger: 'axis' },
      xAxis: { type: 'category', data: lines.map(({ name }) => name) },
      yAxis: [{ type: 'value', minInterval: 1 }, { type: 'value', minInterval: 1, splitLine: { show: false } }],
      series: [
        { name: words.columns.sent, type: 'bar', data: lines.map(({ sent }) => sent), color: '#14509e', barMaxWidth: 28 },
        { name: words.columns.failed, type: 'line', yAxisIndex: 1, data: lines.map(({ failed }) => failed), color: '#b3261e', symbolSize: 5 },
      ],
    });
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(frame.current);
    return () => { observer.disconnect(); chart.dispose(); };
  }, [lines]);
  return <div className="message-chart__frame" ref={frame} role="img" aria-label={`${words.chart}：${lines.map(({ name, sent, failed }) => `${name} ${words.columns.sent} ${sent}、${words.columns.failed} ${failed}`).join('，')}`} />;
}

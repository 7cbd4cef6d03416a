import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { QualityDay } from '@tongban/server/src/modules/item-quality/contract.ts';
import { useEffect, useRef } from 'react';
import { formatDate } from '../../shared/format/dates.ts';
import { text } from './text.ts';

register([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

/** The accuracy rate as a line over the number of errors, day by day. */
export function TrendChart({ days }: { days: readonly QualityDay[] }) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!frame.current) return undefined;
    const chart = init(frame.current, undefined, { renderer: 'svg' });
    chart.setOption({
      animation: false, grid: { left: 48, right: 48, top: 32, bottom: 28 }, legend: { top: 0, right: 0 }, tooltip: { trigger: 'axis' },
      xAxis: { type: 'category', data: days.map(({ day }) => formatDate(day).replace(/^\d+年/, '')) },
      yAxis: [{ type: 'value', min: 0, max: 100, axisLabel: { formatter: '{value}%' } }, { type: 'value', minInterval: 1, splitLine: { show: false } }],
      series: [
        { name: text.chart.accuracy, type: 'line', data: days.map(({ accuracy }) => accuracy), color: '#14509e', symbolSize: 5 },
        { name: text.chart.errors, type: 'bar', yAxisIndex: 1, data: days.map(({ errors }) => errors), color: '#c9d3e0', barMaxWidth: 14 },
      ],
    });
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(frame.current);
    return () => { observer.disconnect(); chart.dispose(); };
  }, [days]);
  return <div className="quality-chart" ref={frame} role="img" aria-label={`${text.trend}：${days.map(({ day, accuracy }) => `${formatDate(day)} ${text.percent(accuracy)}`).join('，')}`} />;
}

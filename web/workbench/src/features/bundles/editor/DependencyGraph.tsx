import type { BundleItem, BundleParts } from '@tongban/server/src/modules/bundles/contract.ts';
import { text } from '../text.ts';
import { layoutGraph } from './graph-layout.ts';

const words = text.graph;
const box = { width: 208, height: 52, gapX: 56, gapY: 14, head: 44 };

/** The items as they follow each other: a column for what is handled at the same time, the critical path in strong lines. */
export function DependencyGraph({ items, parts, promisedDays }: { items: readonly BundleItem[]; parts: BundleParts | undefined; promisedDays: number | undefined }) {
  if (!parts || items.length === 0) return null;
  const { nodes, edges, columns, rows } = layoutGraph(items, parts);
  const partOf = (key: string) => parts.items.find((item) => item.key === key);
  const nameOf = (key: string) => partOf(key)?.name ?? items.find((item) => item.key === key)?.name ?? key;
  const x = (column: number) => column * (box.width + box.gapX) + 1;
  const y = (row: number) => box.head + row * (box.height + box.gapY);
  const [width, height] = [columns * (box.width + box.gapX) - box.gapX + 2, box.head + rows * (box.height + box.gapY)];
  return (
    <figure className="bundle-graph">
      <figcaption>
        <b>{words.title}</b>
        {columns === 0 ? <span className="is-bad">{words.cycle}</span> : <span>{words.total(promisedDays ?? parts.criticalDays)}　<span className="faint">{words.before(parts.separate.days)}</span></span>}
        {columns > 0 ? <span className="bundle-graph__key"><i aria-hidden="true" /> {words.critical}</span> : null}
      </figcaption>
      {columns === 0 ? null : (
        <div className="bundle-graph__scroll">
          <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
            {edges.map(({ from, to, critical }) => {
              const [x1, y1, x2, y2] = [x(from.column) + box.width, y(from.row) + box.height / 2, x(to.column), y(to.row) + box.height / 2];
              const bend = (x2 - x1) / 2;
              return <path key={`${from.key} ${to.key}`} className={critical ? 'is-critical' : ''} d={`M ${x1} ${y1} C ${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2 - 6} ${y2}`} markerEnd={`url(#${critical ? 'arrow-critical' : 'arrow'})`} />;
            })}
            <defs>
              {['arrow', 'arrow-critical'].map((id) => (
                <marker key={id} id={id} className={id} viewBox="0 0 8 8" refX="2" refY="4" markerWidth="7" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 L8 4 L0 8 Z" /></marker>
              ))}
            </defs>
            {parts.steps.map((step, column) => (
              <foreignObject key={step.items.join()} x={x(column)} y={0} width={box.width} height={box.head}>
                <p className="bundle-graph__step"><b>{words.step(column + 1)}</b> {step.items.length > 1 ? words.together(step.items.length) : words.alone}<br /><span className="faint">{words.startsAfter(step.startsAfterDays)}</span></p>
              </foreignObject>
            ))}
            {nodes.map(({ key, column, row, critical }) => {
              const part = partOf(key);
              return (
                <foreignObject key={key} x={x(column)} y={y(row)} width={box.width} height={box.height}>
                  <div className={critical ? 'bundle-graph__node is-critical' : 'bundle-graph__node'} title={nameOf(key)}>
                    <b>{nameOf(key)}</b><span className="faint">{part ? `${part.departmentName} · ${text.items.days(part.days)}` : ''}</span>
                  </div>
                </foreignObject>
              );
            })}
          </svg>
        </div>
      )}
      <ul className="visually-hidden" aria-label={words.label}>
        {items.map(({ key, dependsOn }) => <li key={key}>{dependsOn.length === 0 ? words.starts(nameOf(key)) : words.waits(nameOf(key), dependsOn.map(nameOf).join('、'))}</li>)}
      </ul>
    </figure>
  );
}

import { Card } from '@tongban/ui';
import type { Draft } from '@tongban/server/src/modules/intake/contract.ts';
import { text } from './text.ts';

const t = text.bundle;

/** What one submission becomes: an item a line, in which order, and what nobody needs to give because the bundle itself brings it forth. */
export function BundleCard({ bundle }: { bundle: NonNullable<Draft['bundle']> }) {
  return (
    <Card title={t.items(bundle.items.length)}>
      <ol className="apply-bundle">
        {bundle.items.map((item) => (
          <li key={item.key}>
            <b>{item.name}</b>
            <span className="muted">{item.departmentName}，{item.after.length > 0 ? t.after(item.after) : t.atOnce}</span>
          </li>
        ))}
      </ol>
      <p className="muted">{t.once(bundle.fields.length)}</p>
      {bundle.takenOver.map(({ name, itemName, fromName }) => <p className="muted" key={`${itemName} ${name}`}>{t.takenOver(name, itemName, fromName)}</p>)}
    </Card>
  );
}

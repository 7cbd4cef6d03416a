import { text } from '../text.ts';

const words = text.bundle;

interface BundleItem { key: string; name: string; departmentName: string; days: number; after: readonly string[] }

/** The items of a bundle: by whom, in how many days, at once or after which other. */
export function BundleItems({ items }: { items: readonly BundleItem[] }) {
  return (
    <ol className="needed">
      {items.map(({ key, name, departmentName, days, after }) => (
        <li key={key}>
          <p>{name}</p>
          <p className="faint small">{departmentName}　{text.promise(days)}　{after.length > 0 ? words.after(after.join('、')) : words.atOnce}</p>
        </li>
      ))}
    </ol>
  );
}

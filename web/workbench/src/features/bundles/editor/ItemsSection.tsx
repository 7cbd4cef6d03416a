import { PlusOutlined } from '@ant-design/icons';
import type { BundleItem } from '@tongban/server/src/modules/bundles/contract.ts';
import { Button } from 'antd';
import { useState } from 'react';
import { Remarks } from '../../../shared/review/Remarks.tsx';
import { text } from '../text.ts';
import { adoptQuestion, freeKey, moved, removeItem } from './content-changes.ts';
import { DependencyGraph } from './DependencyGraph.tsx';
import { Faults } from './Faults.tsx';
import { ItemCard } from './ItemCard.tsx';
import { ItemPicker } from './ItemPicker.tsx';
import { findingsAt, type SectionProps } from './section.ts';

const words = text.items;
const mostItems = 30;

/** The items of the bundle, which answers choose them, what they wait for, and the picture of all that. */
export function ItemsSection({ content, parts, findings, discussion, disabled, change }: SectionProps) {
  const [picking, setPicking] = useState(false);
  const { items } = content;
  const set = (next: BundleItem[], part: string) => change({ ...content, items: next }, part);
  return (
    <div className="bundle-section">
      <p className="muted">{words.lead}</p>
      <Faults findings={findings.filter(({ path }) => path === 'items')} />
      <Remarks discussion={discussion} path="items" />
      <DependencyGraph items={items} parts={parts} promisedDays={content.promisedDays} />
      {items.length === 0 ? <p className="faint">{words.none}</p> : null}
      {items.map((item, index) => (
        <ItemCard
          key={item.key} item={item} number={index + 1} last={index === items.length - 1} others={items.filter(({ key }) => key !== item.key)} questions={content.questions}
          part={parts?.items.find(({ key }) => key === item.key)} findings={findingsAt(findings, `items.${item.key}`)} discussion={discussion} disabled={disabled}
          onChange={(next) => set(items.map((one) => (one.key === item.key ? next : one)), `items.${item.key}`)}
          onMove={(step) => set(moved(items, index, step), 'items.moved')}
          onRemove={() => change(removeItem(content, item.key), 'items.removed')}
          onAdopt={(question) => change(adoptQuestion(content, item.key, question), 'questions.adopted')}
        />
      ))}
      {disabled ? null : <Button icon={<PlusOutlined />} disabled={items.length >= mostItems} onClick={() => setPicking(true)}>{words.add}</Button>}
      {picking ? (
        <ItemPicker
          taken={items.map(({ itemId }) => itemId)} onClose={() => setPicking(false)}
          onAdd={({ id, name }) => set([...items, { key: freeKey('item', items.map(({ key }) => key)), itemId: id, name: name.slice(0, 200), when: [], dependsOn: [], answers: [] }], 'items.added')}
        />
      ) : null}
    </div>
  );
}

import type { ImportStrategy, ItemImport } from '@tongban/server/src/modules/item-exchange/contract.ts';
import { Button, Radio } from 'antd';
import { useState, type ReactNode } from 'react';
import { PrimaryButton } from '../../shared/keyboard/PrimaryButton.tsx';
import { text } from './text.ts';

const words = text.page;

interface RunFormProps {
  of: ItemImport;
  busy: boolean;
  onRun: (body: { revision: number; strategy: ImportStrategy; publish: boolean }) => void;
  onDiscard: () => void;
  /** What else can be done beside it. */
  more: ReactNode;
}

/** How the file is to be imported. */
export function RunForm({ of: one, busy, onRun, onDiscard, more }: RunFormProps) {
  const faulty = one.counts.refused > 0;
  const [strategy, setStrategy] = useState<ImportStrategy>(faulty ? 'skip-errors' : 'all-or-nothing');
  const [publish, setPublish] = useState(false);
  return (
    <div className="exchange__run">
      <span id="exchange-strategy">{words.strategy}</span>
      <Radio.Group
        aria-labelledby="exchange-strategy" value={strategy} onChange={(event) => setStrategy(event.target.value === 'all-or-nothing' ? 'all-or-nothing' : 'skip-errors')}
        options={[{ value: 'all-or-nothing', label: words.whole, disabled: faulty }, { value: 'skip-errors', label: words.skip }]}
      />
      <span id="exchange-mode">{words.mode}</span>
      <Radio.Group
        aria-labelledby="exchange-mode" value={publish} onChange={(event) => setPublish(event.target.value === true)}
        options={[{ value: false, label: words.draft }, { value: true, label: words.publish, disabled: !one.abilities.publish }]}
      />
      <div className="is-actions">
        <PrimaryButton onPress={() => onRun({ revision: one.revision, strategy, publish })} loading={busy}>{words.run}</PrimaryButton>
        <Button onClick={onDiscard}>{words.discard}</Button>
        {more}
      </div>
    </div>
  );
}

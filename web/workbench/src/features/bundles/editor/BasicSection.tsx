import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { BundleContent } from '@tongban/server/src/modules/bundles/contract.ts';
import { Button, Input, InputNumber, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import { Remarks } from '../../../shared/review/Remarks.tsx';
import { useEntries } from '../../../shared/use-dictionary.ts';
import { text } from '../text.ts';
import { Faults } from './Faults.tsx';
import { findingsAt, type SectionProps } from './section.ts';

const words = text.basic;

type Optional = 'summary' | 'promisedDays' | 'consultationTelephone' | 'supervisionTelephone';

/** The content with an optional part; an empty one is left out. */
function withOptional(content: BundleContent, part: Optional, value: string | number | null): BundleContent {
  const { [part]: _before, ...rest } = content;
  // Each part is given a value of its own kind by its control.
  return (value === null || value === '' ? rest : { ...rest, [part]: value }) as BundleContent;
}

/** What a citizen reads first, whom to call, and how long it takes. */
export function BasicSection({ content, parts, findings, discussion, disabled, change }: SectionProps) {
  const stages = useEntries(content.audience === 'person' ? 'person-life-stage' : 'company-life-stage');
  const set = (part: Optional, value: string | number | null) => change(withOptional(content, part, value), part);
  const row = (path: string, id: string, label: string, control: ReactNode, help?: string) => (
    <div className="bundle-field" data-path={path}>
      <label htmlFor={id}>{label}</label>
      <div>{control}{help ? <p className="faint small">{help}</p> : null}<Faults findings={findingsAt(findings, path)} /><Remarks discussion={discussion} path={path} /></div>
    </div>
  );
  const notes = (next: string[], at: string) => change({ ...content, notes: next }, `notes.${at}`);
  return (
    <div>
      {row('summary', 'bundle-summary', words.summary, <Input.TextArea id="bundle-summary" autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} disabled={disabled} value={content.summary ?? ''} onChange={({ target }) => set('summary', target.value)} />, words.summaryHelp)}
      {row('audience', 'bundle-audience', words.audience, (
        <Radio.Group
          id="bundle-audience" aria-label={words.audience} disabled={disabled} value={content.audience} options={[{ value: 'person', label: text.audiences.person }, { value: 'company', label: text.audiences.company }]}
          onChange={({ target }) => change({ ...content, audience: target.value === 'company' ? 'company' : 'person', lifeStages: [] }, 'audience')}
        />
      ))}
      {row('lifeStages', 'bundle-stages', words.lifeStages, (
        <Select id="bundle-stages" mode="multiple" style={{ width: '100%' }} disabled={disabled} value={content.lifeStages} options={stages} showSearch={{ optionFilterProp: 'label' }} placeholder={text.notFilled} onChange={(lifeStages: string[]) => change({ ...content, lifeStages: lifeStages.slice(0, 10) }, 'lifeStages')} />
      ))}
      {row('promisedDays', 'bundle-promised', words.promisedDays, <InputNumber id="bundle-promised" min={0} max={3650} precision={0} disabled={disabled} value={content.promisedDays ?? null} style={{ width: '10rem' }} onChange={(next) => set('promisedDays', next)} />, parts ? words.promisedHelp(parts.criticalDays) : undefined)}
      {row('consultationTelephone', 'bundle-consultation', words.consultation, <Input id="bundle-consultation" maxLength={40} disabled={disabled} value={content.consultationTelephone ?? ''} onChange={({ target }) => set('consultationTelephone', target.value)} />)}
      {row('supervisionTelephone', 'bundle-supervision', words.supervision, <Input id="bundle-supervision" maxLength={40} disabled={disabled} value={content.supervisionTelephone ?? ''} onChange={({ target }) => set('supervisionTelephone', target.value)} />)}
      <div className="bundle-field" data-path="notes">
        <label htmlFor="bundle-note-0">{words.notes}</label>
        <div>
          <p className="faint small">{words.noteHelp}</p>
          <Remarks discussion={discussion} path="notes" />
          {content.notes.map((note, index) => (
            // Notes have no identity but their place.
            <div key={index} data-path={`notes.${index}`}>
              <div className="bundle-line">
                <Input id={`bundle-note-${index}`} aria-label={`${words.notes} ${index + 1}`} maxLength={500} disabled={disabled} value={note} onChange={({ target }) => notes(content.notes.map((one, at) => (at === index ? target.value : one)), String(index))} />
                {disabled ? null : <Button type="text" icon={<DeleteOutlined />} aria-label={words.removeNote(index + 1)} onClick={() => notes(content.notes.filter((_one, at) => at !== index), 'removed')} />}
              </div>
              <Faults findings={findingsAt(findings, `notes.${index}`)} />
            </div>
          ))}
          {disabled || content.notes.length >= 20 ? null : <Button size="small" icon={<PlusOutlined />} onClick={() => notes([...content.notes, ''], 'added')}>{words.addNote}</Button>}
        </div>
      </div>
    </div>
  );
}

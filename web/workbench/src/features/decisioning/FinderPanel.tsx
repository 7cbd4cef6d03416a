import type { Finder } from '@tongban/server/src/modules/decisioning/contract.ts';
import { Button, Input, InputNumber, Segmented, Select } from 'antd';
import { clearable } from '../../shared/form/clearable.tsx';
import { LicenceTypePicker } from '../../shared/items/LicenceTypePicker.tsx';
import { Panel } from '../../shared/page/Page.tsx';
import type { PartProps } from './setting-part.ts';
import { text } from './text.ts';

const words = text.setting;
const blank: Finder = { kind: 'licence-expiring', guidance: [], answers: [], purpose: '', legalBasis: '' };
const kinds = ['licence-expiring', 'age-reached'] as const;

/** Whom the platform looks for, on what basis, and what it fills in for them (DEC-06). */
export function FinderPanel({ content, surroundings, disabled, onContent }: PartProps) {
  const finder = content.finder ?? blank;
  const set = (change: Partial<Finder>) => onContent({ finder: { ...finder, ...change } });
  const { item } = surroundings ?? {};
  return (
    <Panel title={words.finder}>
      <div className="automation-field">
        <span>{words.finderKind}</span>
        <Segmented<Finder['kind']> value={finder.kind} disabled={disabled} options={kinds.map((one) => ({ value: one, label: words.kinds[one] }))} onChange={(kind) => set({ kind })} style={{ justifySelf: 'start' }} />
      </div>
      <div className="automation-grid">
        {finder.kind === 'licence-expiring' ? (
          <>
            <div className="automation-field"><label htmlFor="finder-licence">{words.finderLicence}</label><LicenceTypePicker id="finder-licence" label={words.finderLicence} value={finder.licenceType} disabled={disabled} onChange={(licenceType) => set({ licenceType: licenceType ?? '' })} /></div>
            <div className="automation-field"><label htmlFor="finder-days">{words.finderDays}</label><InputNumber id="finder-days" min={1} max={365} precision={0} value={finder.days ?? null} disabled={disabled} onChange={(days) => { if (days !== null) set({ days }); }} /></div>
          </>
        ) : (
          <>
            <div className="automation-field"><label htmlFor="finder-age">{words.finderAge}</label><InputNumber id="finder-age" min={1} max={120} precision={0} value={finder.age ?? null} disabled={disabled} onChange={(age) => { if (age !== null) set({ age }); }} /></div>
            <div className="automation-field">
              <label htmlFor="finder-region">{words.finderRegion}</label>
              <Input id="finder-region" maxLength={6} inputMode="numeric" placeholder={words.finderRegionHint} value={finder.documentRegion ?? ''} disabled={disabled}
                onChange={({ target }) => { const { documentRegion: _before, ...rest } = finder; onContent({ finder: /^\d{1,6}$/.test(target.value) ? { ...rest, documentRegion: target.value } : rest }); }} />
            </div>
          </>
        )}
      </div>
      <div className="automation-field"><label htmlFor="finder-purpose">{words.purpose}</label><Input id="finder-purpose" maxLength={200} value={finder.purpose} disabled={disabled} onChange={({ target }) => set({ purpose: target.value })} /></div>
      <div className="automation-field"><label htmlFor="finder-basis">{words.legalBasis}</label><Input id="finder-basis" maxLength={500} value={finder.legalBasis} disabled={disabled} onChange={({ target }) => set({ legalBasis: target.value })} /></div>
      {(item?.questions ?? []).map(({ key, text: question, options }) => (
        <div key={key} className="automation-field">
          <label htmlFor={`finder-question-${key}`}>{question}</label>
          <Select
            id={`finder-question-${key}`} allowClear={clearable} disabled={disabled} value={finder.guidance.find((one) => one.question === key)?.option ?? null} placeholder={words.choose} options={options.map((option) => ({ value: option.key, label: option.text }))}
            onChange={(option: string | undefined) => set({ guidance: [...finder.guidance.filter((one) => one.question !== key), ...(option ? [{ question: key, option }] : [])] })}
          />
        </div>
      ))}
      <div className="automation-field">
        <span>{words.answers}</span>
        <div className="automation-rows">
          {finder.answers.map((answer, index) => {
            const change = (next: Partial<typeof answer>) => set({ answers: finder.answers.with(index, { ...answer, ...next }) });
            return (
              <div key={index} className="automation-row__controls">
                <Select aria-label={words.field} value={answer.field || null} placeholder={words.field} disabled={disabled} showSearch={{ optionFilterProp: 'label' }} options={(item?.fields ?? []).map(({ id, label }) => ({ value: id, label }))} onChange={(field: string) => change({ field })} />
                <Input aria-label={words.value} placeholder={words.value} maxLength={200} value={answer.value} disabled={disabled} onChange={({ target }) => change({ value: target.value })} />
                {disabled ? null : <Button type="text" onClick={() => set({ answers: finder.answers.toSpliced(index, 1) })}>{words.remove}</Button>}
              </div>
            );
          })}
          {disabled ? null : <Button onClick={() => set({ answers: [...finder.answers, { field: item?.fields[0]?.id ?? 'id', value: '' }] })} style={{ justifySelf: 'start' }}>{words.addAnswer}</Button>}
        </div>
      </div>
    </Panel>
  );
}

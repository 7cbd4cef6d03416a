import { CopyOutlined, DeleteOutlined } from '@ant-design/icons';
import { parameterNameOf } from '@tongban/form-model';
import { useQuery } from '@tanstack/react-query';
import { getStaffItem, type ItemElements, type Situation } from '@tongban/server/src/modules/catalog/contract.ts';
import { Button, Checkbox, Input, Select } from 'antd';
import { api } from '../../../shared/api.ts';
import { text } from '../text.ts';
import { duplicateSituation, limits } from './edits.ts';
import { countWaysTo } from './flow.ts';
import { needIn, withNeed } from './material-needs.ts';
import type { GuidedEditing } from './use-guided.ts';

const words = text.guiding.situation;

/** A situation with what it comes to: handling item, form, materials, or where to go instead (GDE-01). */
export function SituationPanel({ editing, situation, itemId }: { editing: GuidedEditing; situation: Situation; itemId: string }) {
  const { elements, guided, flow, apply, readOnly, rewordSituation, remove } = editing;
  const { key } = situation;
  const change = (part: Partial<Record<keyof Situation, unknown>>) => rewordSituation(key, part);
  const ways = flow ? countWaysTo(flow).get(key) ?? 0 : 0;
  return (
    <div className="guide-form">
      <h3>{words.title}</h3>
      <p className={ways > 0 ? 'faint small' : 'small is-danger'}>{ways > 0 ? words.ways(ways) : words.unreached}</p>
      <div className="guide-field">
        <label htmlFor="guide-situation">{words.name}</label>
        <Input id="guide-situation" maxLength={200} disabled={readOnly} value={situation.name} onChange={({ target }) => change({ name: target.value })} />
      </div>
      <div className="guide-field">
        <Checkbox checked={situation.refused ?? false} disabled={readOnly} onChange={({ target }) => change({ refused: target.checked || undefined })}>{words.refused}</Checkbox>
        {situation.refused ? <p className="faint small">{words.refusedHint}</p> : null}
      </div>
      {situation.refused || elements.handling.licenceTypeCode === undefined ? null : (
        <div className="guide-field">
          <Checkbox checked={situation.withoutLicence ?? false} disabled={readOnly} onChange={({ target }) => change({ withoutLicence: target.checked || undefined })}>{words.withoutLicence}</Checkbox>
        </div>
      )}
      <div className="guide-field">
        <label htmlFor="guide-notes">{words.notes}</label>
        <Input.TextArea
          id="guide-notes" autoSize={{ minRows: 2, maxRows: 8 }} disabled={readOnly} value={situation.notes.join('\n')}
          onChange={({ target }) => change({ notes: target.value === '' ? [] : target.value.split('\n').slice(0, 20).map((line) => line.slice(0, 500)) })}
        />
      </div>
      {situation.refused ? null : (
        <>
          <HandlingItemField editing={editing} situation={situation} itemId={itemId} />
          <FormField elements={elements} situation={situation} disabled={readOnly} onChange={(formKey) => change({ formKey })} />
          <Materials editing={editing} situation={situation} />
        </>
      )}
      <div className="guide-field">
        <label htmlFor="guide-flags">{words.flags}</label>
        <Select
          id="guide-flags" aria-label={words.flags} mode="tags" disabled={readOnly} value={situation.flags ?? []} style={{ width: '100%' }} placeholder={words.flagsHint}
          options={[...new Set(guided.questionnaire.situations.flatMap(({ flags }) => flags ?? []))].map((flag) => ({ value: flag, label: flag }))}
          onChange={(flags: string[]) => {
            const known = flags.map((flag) => flag.trim().toLowerCase()).filter((flag) => /^[a-z0-9][a-z0-9-]{0,59}$/.test(flag)).slice(0, 20);
            change({ flags: known.length === 0 ? undefined : known });
          }}
        />
      </div>
      {readOnly ? null : (
        <div className="guide-tools">
          <Button size="small" icon={<CopyOutlined />} disabled={guided.questionnaire.situations.length >= limits.situations} onClick={() => apply(duplicateSituation(guided, key), 'duplicate', (made) => ({ kind: 'situation', key: made }))}>{words.duplicate}</Button>
          <Button size="small" danger icon={<DeleteOutlined />} onClick={() => remove({ kind: 'situation', key })}>{words.remove}</Button>
        </div>
      )}
    </div>
  );
}

/** 业务办理项 of the item; there is no choice where it has none. */
function HandlingItemField({ editing: { readOnly, rewordSituation }, situation, itemId }: { editing: GuidedEditing; situation: Situation; itemId: string }) {
  const items = useQuery({ queryKey: [getStaffItem.id, itemId], queryFn: () => api.call(getStaffItem, { params: { itemId } }) }).data?.handlingItems ?? [];
  if (items.length === 0 && situation.handlingItemId === undefined) return null;
  return (
    <div className="guide-field">
      <label htmlFor="guide-handling-item">{words.handlingItem}</label>
      <Select
        id="guide-handling-item" aria-label={words.handlingItem} disabled={readOnly} value={situation.handlingItemId ?? ''} style={{ width: '100%' }}
        options={[{ value: '', label: words.own }, ...items.map(({ id, name, published }) => ({ value: id, label: published ? name : `${name}（${words.unpublished}）` }))]}
        onChange={(chosen: string) => rewordSituation(situation.key, { handlingItemId: chosen || undefined })}
      />
    </div>
  );
}

function FormField({ elements: { forms, handling, questionnaire }, situation, disabled, onChange }: { elements: ItemElements; situation: Situation; disabled: boolean; onChange: (formKey: string | undefined) => void }) {
  const usual = forms.find(({ key }) => key === handling.formKey);
  const used = forms.find(({ key }) => key === (situation.formKey ?? handling.formKey));
  const parameters = used?.definition['parameters'];
  const names = Array.isArray(parameters) ? parameters.map((parameter) => questionnaire?.questions.find(({ key }) => parameterNameOf(key) === parameter)?.text ?? String(parameter)) : [];
  return (
    <div className="guide-field">
      <label htmlFor="guide-form">{words.form}</label>
      <Select
        id="guide-form" aria-label={words.form} disabled={disabled} value={situation.formKey ?? ''} style={{ width: '100%' }}
        options={[{ value: '', label: usual ? words.usualForm(usual.name) : words.noForm }, ...forms.map(({ key, name }) => ({ value: key, label: name }))]}
        onChange={(chosen: string) => onChange(chosen || undefined)}
      />
      {names.length > 0 ? <p className="faint small">{words.parameters(names.join('；'))}</p> : null}
    </div>
  );
}

function Materials({ editing, situation }: { editing: GuidedEditing; situation: Situation }) {
  const { elements, guided: { questionnaire, materials }, readOnly, changeMaterials, select } = editing;
  const needs = materials.map((material) => ({ material, need: needIn(questionnaire, material, situation) }));
  return (
    <div className="guide-field">
      <span>{words.materials(needs.filter(({ need }) => need !== 'never').length)}</span>
      {elements.materials.length === 0 ? <p className="faint small">{words.noMaterials}</p> : null}
      <ul className="guide-materials">
        {needs.map(({ material, need }) => {
          const toggled = withNeed(questionnaire, material, situation.key, need === 'never');
          return (
            <li key={material.key}>
              <Checkbox
                aria-label={material.name} checked={need === 'always'} indeterminate={need === 'by-answer'} disabled={readOnly || toggled === undefined || need === 'by-answer'}
                onChange={() => {
                  if (toggled) changeMaterials(materials.map((one) => (one === material ? toggled : one)), `needs.${material.key}`);
                }}
              />
              <button type="button" className="link-button" onClick={() => select({ kind: 'material', key: material.key })}>{material.name}</button>
              {need === 'by-answer' || toggled === undefined ? <span className="faint small" title={words.byAnswerHint}>{words.byAnswer}</span> : null}
            </li>
          );
        })}
      </ul>
    </div>
  );
}


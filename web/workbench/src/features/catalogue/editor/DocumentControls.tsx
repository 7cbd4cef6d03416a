import type { ItemElements } from '@tongban/server/src/modules/catalog/contract.ts';
import { Input, Radio, Select } from 'antd';
import { Link } from 'react-router';
import { clearable } from '../../../shared/form/clearable.tsx';
import { LicenceTypePicker } from '../../../shared/items/LicenceTypePicker.tsx';
import { links } from '../../../shared/links.ts';
import { text } from '../text.ts';
import { useProcesses } from '../use-processes.ts';

const words = text.editing;
const modes = ['platform', 'external', 'window'] as const;

/** 办理方式: where it is handled, and on this platform by which form, process and licence. */
export function HandlingControl({ elements, disabled, onChange }: { elements: ItemElements; disabled: boolean; onChange: (value: unknown) => void }) {
  const { handling, forms } = elements;
  const processes = useProcesses();
  const change = (part: Record<string, unknown>) => onChange(given({ ...handling, ...part }));
  return (
    <div className="handling">
      <Radio.Group
        id="edit-handling"
        aria-label={words.handling.mode}
        value={handling.mode}
        disabled={disabled}
        options={modes.map((mode) => ({ value: mode, label: words.modes[mode] }))}
        onChange={({ target }) => change({ mode: target.value })}
      />
      {handling.mode === 'external' ? (
        <label className="handling__row">
          <span>{words.handling.url}</span>
          <Input value={handling.url ?? ''} maxLength={1000} disabled={disabled} onChange={({ target }) => change({ url: target.value || undefined })} />
        </label>
      ) : null}
      {handling.mode === 'platform' ? (
        <>
          <label className="handling__row">
            <span>{words.handling.form}</span>
            <Select
              aria-label={words.handling.form}
              value={handling.formKey}
              disabled={disabled}
              allowClear={clearable}
              placeholder={words.unset}
              options={forms.map((form) => ({ value: form.key, label: form.name }))}
              onChange={(formKey: string | undefined) => change({ formKey })}
            />
          </label>
          <label className="handling__row">
            <span>{words.handling.process}</span>
            <Select
              aria-label={words.handling.process}
              value={handling.processKey}
              disabled={disabled}
              allowClear={clearable}
              placeholder={words.unset}
              options={processes.map(({ key, name, version }) => ({ value: key, label: text.processVersion(name, version) }))}
              onChange={(processKey: string | undefined) =>
                change({ processKey, processVersion: processes.find(({ key }) => key === processKey)?.version })
              }
            />
          </label>
          <label className="handling__row">
            <span>{words.handling.licence}</span>
            <LicenceTypePicker id="edit-handling-licence" label={words.handling.licence} value={handling.licenceTypeCode} disabled={disabled} onChange={(licenceTypeCode) => change({ licenceTypeCode })} />
          </label>
        </>
      ) : null}
    </div>
  );
}

function given(members: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

/** 情形引导 has an editor of its own. */
export function GuidanceControl({ elements: { questionnaire }, versionId }: { elements: ItemElements; versionId: string }) {
  return (
    <p id="edit-questionnaire">
      {questionnaire ? words.guidance.summary(questionnaire.questions.length, questionnaire.situations.length) : words.guidance.none}{' '}
      <Link to={links.guidanceEditor(versionId)}>{words.guidance.edit}</Link>
    </p>
  );
}

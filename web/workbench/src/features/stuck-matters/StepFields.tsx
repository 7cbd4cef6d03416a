import { useQuery } from '@tanstack/react-query';
import { elementLabel } from '@tongban/server/src/modules/catalog/contract.ts';
import { getMatterSettings, guideElements, guideWrongCause, listCauses, listDuty, matterWordLabels, matterWords } from '@tongban/server/src/modules/stuck-matters/contract.ts';
import { Input, InputNumber, Radio, Select } from 'antd';
import { api } from '../../shared/api.ts';
import { Lack } from '../../shared/form/Lack.tsx';
import { addDays, formatDate, today } from '../../shared/format/dates.ts';
import { OrganizationPicker } from '../../shared/OrganizationPicker.tsx';
import { HandlerPicker } from './HandlerPicker.tsx';
import { text } from './text.ts';
import type { Typed } from './typed.ts';

interface FieldsProps { typed: Typed; change: (next: Partial<Typed>) => void; of: (id: string) => string | undefined }

const words = text.form;

/** To which department, perhaps to whom, until when. */
export function AssignFields({ typed, change, of }: FieldsProps) {
  return (
    <div className="matter-form__row">
      <div>
        <label htmlFor="step-organization">{words.organization}</label>
        <OrganizationPicker
          id="step-organization" value={typed.organizationId} name={typed.organizationName}
          onChange={(one) => change({ organizationId: one?.id, organizationName: one?.name, officerId: undefined, officerName: undefined })}
        />
        <Lack text={of('step-organization')} />
      </div>
      <div>
        <label htmlFor="step-officer">{words.officer}</label>
        <HandlerPicker
          id="step-officer" value={typed.officerId} name={typed.officerName} placeholder={words.officerAny} organizationId={typed.organizationId}
          onChange={(one) => change({ officerId: one?.id, officerName: one?.name })}
        />
      </div>
      <LimitField typed={typed} change={change} />
    </div>
  );
}

function LimitField({ typed, change }: Omit<FieldsProps, 'of'>) {
  const settings = useQuery({ queryKey: [getMatterSettings.id], queryFn: () => api.call(getMatterSettings, {}) });
  return (
    <div>
      <label htmlFor="step-limit">{words.limit}</label>
      <InputNumber id="step-limit" min={1} max={60} precision={0} value={typed.limitDays} placeholder={settings.data ? words.limitHint(settings.data.limitDays) : ''} style={{ width: '100%' }} onChange={(limitDays) => change({ limitDays })} />
    </div>
  );
}

/** A day on which a director is in the hall. */
export function DutyField({ typed, change, of }: FieldsProps) {
  const now = today();
  const duty = useQuery({ queryKey: [listDuty.id, now], queryFn: () => api.call(listDuty, { query: { from: now, to: addDays(now, 60) } }) });
  const days = duty.data?.items ?? [];
  return (
    <div className="matter-form__row">
      <div>
        <label htmlFor="step-duty">{words.duty}</label>
        <Select
          id="step-duty" {...(typed.on === undefined ? {} : { value: typed.on })} style={{ width: '100%' }} loading={duty.isPending} notFoundContent={words.noDuty}
          options={days.map(({ on, directorName, organizationName }) => ({ value: on, label: `${formatDate(on)}　${directorName}（${organizationName}）` }))} onChange={(on: string) => change({ on })}
        />
        {duty.data && days.length === 0 ? <p className="faint small">{words.noDuty}</p> : null}
        <Lack text={of('step-duty')} />
      </div>
      <LimitField typed={typed} change={change} />
    </div>
  );
}

export function CompanionField({ typed, change, of }: FieldsProps) {
  return (
    <>
      <label htmlFor="step-companion">{words.companion}</label>
      <HandlerPicker id="step-companion" value={typed.companionId} name={typed.companionName} onChange={(one) => change({ companionId: one?.id, companionName: one?.name })} />
      <Lack text={of('step-companion')} />
    </>
  );
}

/** Root cause; where the guide is wrong, which part of it. */
export function CauseFields({ typed, change, of, hasItem }: FieldsProps & { hasItem: boolean }) {
  const causes = useQuery({ queryKey: [listCauses.id], queryFn: () => api.call(listCauses, {}) });
  const guideWrong = typed.causeCode === guideWrongCause;
  return (
    <>
      <div className="matter-form__row">
        <div>
          <label htmlFor="step-cause">{words.cause}</label>
          <Select
            id="step-cause" {...(typed.causeCode === undefined ? {} : { value: typed.causeCode })} style={{ width: '100%' }} loading={causes.isPending}
            options={(causes.data?.items ?? []).filter(({ active }) => active).map(({ code, name }) => ({ value: code, label: name, disabled: code === guideWrongCause && !hasItem }))}
            onChange={(causeCode: string) => change({ causeCode, element: undefined })}
          />
          {hasItem ? null : <p className="faint small">{text.noItem}</p>}
          <Lack text={of('step-cause')} />
        </div>
        {guideWrong ? (
          <div>
            <label htmlFor="step-element">{words.element}</label>
            <Select id="step-element" {...(typed.element === undefined ? {} : { value: typed.element })} style={{ width: '100%' }} options={guideElements.map((one) => ({ value: one, label: elementLabel(one) }))} onChange={(element) => change({ element })} />
            <p className="faint small">{text.guideHint}</p>
            <Lack text={of('step-element')} />
          </div>
        ) : null}
      </div>
      <label htmlFor="step-cause-text">{words.causeText}</label>
      <Input.TextArea id="step-cause-text" rows={2} maxLength={500} value={typed.causeText} onChange={(event) => change({ causeText: event.target.value })} />
      <Lack text={of('step-cause-text')} />
    </>
  );
}

export function WordField({ typed, change, of }: FieldsProps) {
  return (
    <div id="step-word" tabIndex={-1}>
      <Radio.Group
        aria-label={words.word} value={typed.word} options={matterWords.map((one) => ({ value: one, label: matterWordLabels[one] }))}
        onChange={(event) => change({ word: matterWords.find((one) => one === event.target.value) })}
      />
      <Lack text={of('step-word')} />
    </div>
  );
}

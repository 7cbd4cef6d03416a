import { useQuery } from '@tanstack/react-query';
import {
  editSubstitution, holderKinds, listLicenceTypes, proposeSubstitution, type MaterialView, type Substitution, type SubstitutionTerms,
} from '@tongban/server/src/modules/materials/contract.ts';
import { Form, Input, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../shared/api.ts';
import { useMissing } from '../../shared/form/use-missing.ts';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { useTyped } from '../../shared/typed/use-typed.ts';
import { useAction } from '../../shared/use-action.ts';
import { MaterialPicker } from '../../shared/items/MaterialPicker.tsx';
import { RegionPicker } from '../../shared/RegionPicker.tsx';
import { text as sharedText } from '../../shared/text.ts';
import { text } from './text.ts';

const words = text.substitution;
const blank: SubstitutionTerms = { licenceTypeCode: '', holderKind: 'any', minimumDaysLeft: 0, legalBasis: '' };

interface SubstitutionEditorProps {
  /** The draft that is changed, or the rule in force that another one is to replace. */
  rule?: Substitution;
  replaces?: boolean;
  material?: Pick<MaterialView, 'id' | 'code' | 'content'>;
  onClose: () => void;
  onDone: () => void;
}

function cleaned({ explanation, issuedWithin, ...terms }: SubstitutionTerms): SubstitutionTerms {
  return { ...terms, legalBasis: terms.legalBasis.trim(), ...(explanation?.trim() ? { explanation: explanation.trim() } : {}), ...(issuedWithin ? { issuedWithin } : {}) };
}

/** The terms of a substitution rule. */
export function SubstitutionEditor({ rule, replaces = false, material, onClose, onDone }: SubstitutionEditorProps) {
  const [target, setTarget] = useState(rule?.material ?? (material ? { id: material.id, code: material.code, name: material.content.name } : undefined));
  const [terms, setTerms, forget] = useTyped<SubstitutionTerms>(`substitution.${rule?.id ?? material?.id ?? 'new'}.${rule?.revision ?? 0}`, rule?.terms ?? blank);
  const types = useQuery({ queryKey: [listLicenceTypes.id], queryFn: () => api.call(listLicenceTypes, {}) }).data?.types ?? [];
  const propose = useAction(proposeSubstitution);
  const edit = useAction(editSubstitution);
  const change = (part: Partial<SubstitutionTerms>) => setTerms((before) => ({ ...before, ...part }));
  const done = () => {
    forget();
    onDone();
  };
  const fields = words.fields;
  const missing = useMissing({
    'rule-material': !target && sharedText.missing.choose(fields.material),
    'rule-licence': terms.licenceTypeCode === '' && sharedText.missing.choose(fields.licence),
    'rule-basis': terms.legalBasis.trim().length < 5 && words.needBasis,
  });
  const send = () => {
    if (!missing.check() || !target) return;
    if (rule && !replaces) void edit.run({ params: { substitutionId: rule.id }, body: { revision: rule.revision, terms: cleaned(terms) } }, done);
    else void propose.run({ body: { materialId: target.id, terms: cleaned(terms), ...(rule ? { replacesId: rule.id } : {}) } }, done);
  };
  return (
    <Modal
      open
      width={620}
      title={words.editorTitle[rule ? (replaces ? 'replace' : 'edit') : 'create']}
      okText={text.save}
      cancelText={text.cancel}
      confirmLoading={propose.busy || edit.busy}
      onOk={send}
      onCancel={onClose}
    >
      {replaces ? <p className="muted">{words.replaceLead}</p> : null}
      <ProblemAlert problem={propose.problem ?? edit.problem} />
      <Form layout="vertical">
        <Form.Item label={fields.material} htmlFor="rule-material" required {...missing.item('rule-material')}>
          <MaterialPicker id="rule-material" value={target} disabled={rule !== undefined || material !== undefined} onChange={setTarget} />
        </Form.Item>
        <Form.Item label={fields.licence} htmlFor="rule-licence" required {...missing.item('rule-licence')}>
          <Select
            id="rule-licence"
            value={terms.licenceTypeCode || null}
            showSearch={{ optionFilterProp: 'label' }}
            options={types.map(({ code, name }) => ({ value: code, label: name }))}
            onChange={(licenceTypeCode: string) => change({ licenceTypeCode })}
          />
        </Form.Item>
        <div className="materials__columns">
          <Form.Item label={fields.holder} htmlFor="rule-holder">
            <Select
              id="rule-holder"
              value={terms.holderKind}
              options={[...holderKinds].reverse().map((one) => ({ value: one, label: words.holders[one] }))}
              onChange={(holderKind) => change({ holderKind })}
            />
          </Form.Item>
          <Form.Item label={fields.days} htmlFor="rule-days" extra={fields.daysHint}>
            <InputNumber
              id="rule-days"
              min={0}
              max={3650}
              precision={0}
              value={terms.minimumDaysLeft}
              style={{ width: '100%' }}
              onChange={(days) => change({ minimumDaysLeft: days ?? 0 })}
            />
          </Form.Item>
        </div>
        <Form.Item label={fields.region} htmlFor="rule-region">
          <RegionPicker id="rule-region" value={terms.issuedWithin} placeholder={fields.anywhere} onChange={(issuedWithin) => change({ issuedWithin: issuedWithin ?? '' })} />
        </Form.Item>
        <Form.Item label={fields.basis} htmlFor="rule-basis" required {...missing.item('rule-basis')}>
          <Input.TextArea id="rule-basis" rows={3} maxLength={1000} value={terms.legalBasis} onChange={(event) => change({ legalBasis: event.target.value })} />
        </Form.Item>
        <Form.Item label={fields.explanation} htmlFor="rule-explanation">
          <Input.TextArea
            id="rule-explanation"
            rows={2}
            maxLength={500}
            value={terms.explanation ?? ''}
            onChange={(event) => change({ explanation: event.target.value })}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}

import { useQuery } from '@tanstack/react-query';
import { getDocumentType, typeStateLabels, type DocumentType } from '@tongban/server/src/modules/recognition/contract.ts';
import { Button, Switch } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { api } from '../../shared/api.ts';
import { Tag } from '../../shared/case/tags.tsx';
import { useMissing } from '../../shared/form/use-missing.ts';
import { formatMoment } from '../../shared/format/dates.ts';
import { PrimaryButton } from '../../shared/keyboard/PrimaryButton.tsx';
import { links } from '../../shared/links.ts';
import { Page } from '../../shared/page/Page.tsx';
import { PageState } from '../../shared/page/PageState.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { BasicsPart } from './BasicsPart.tsx';
import { FieldsPart } from './FieldsPart.tsx';
import { TemplatePart } from './TemplatePart.tsx';
import { text } from './text.ts';
import { useTypeDraft } from './use-type-draft.ts';
import './recognition.css';

const words = text.type;

/** One kind of material: by what it is recognised, what is read of it, and where that stands (DEC-05). */
export function TypePage() {
  const { typeId = '' } = useParams();
  const type = useQuery({ queryKey: [getDocumentType.id, typeId], refetchOnWindowFocus: false, queryFn: () => api.call(getDocumentType, { params: { typeId } }) });
  return <PageState query={type}>{(data) => <Editor key={`${data.id}.${data.revision}`} type={data} />}</PageState>;
}

function Editor({ type }: { type: DocumentType }) {
  const navigate = useNavigate();
  const draft = useTypeDraft(type);
  const [chosen, setChosen] = useState<number>();
  const { content, state } = draft.value;
  const editable = type.abilities.edit;
  const missing = useMissing({
    'type-name': content.name.trim() === '' && words.nameLack, 'type-materials': content.materialNames.length === 0 && words.materialNamesLack, 'type-marks': content.marks.length === 0 && words.marksLack,
    ...Object.fromEntries(content.fields.flatMap(({ label, key }, index) => [[`field-${index}-label`, label.trim() === '' && words.labelLack], [`field-${index}-key`, !/^[a-z][A-Za-z0-9]*$/.test(key) && words.keyLack]])),
  });
  return (
    <Page
      title={content.name || type.code}
      aside={<><Tag tone={type.state === 'active' ? 'done' : 'neutral'}>{typeStateLabels[type.state]}</Tag>　<span className="faint small">{words.edited(type.editedByName, formatMoment(type.editedAt))}</span></>}
      actions={(
        <>
          <Button onClick={() => { void navigate(links.recognition()); }}>{words.back}</Button>
          {editable ? <label className="recognition-switch">{words.state}<Switch checked={state === 'active'} checkedChildren={words.on} unCheckedChildren={words.off} onChange={(on) => draft.turn(on ? 'active' : 'draft')} /></label> : null}
          {draft.unsaved ? <span className="muted small">{words.unsaved}</span> : null}
          {editable ? <PrimaryButton loading={draft.busy} onPress={() => { if (missing.check()) draft.save(); }}>{words.save}</PrimaryButton> : null}
        </>
      )}
    >
      {editable ? null : <p className="muted small">{words.readOnly}</p>}
      <ProblemAlert problem={draft.problem} onRefresh={draft.reload} />
      <div className="recognition-type">
        <div className="recognition-column">
          <BasicsPart content={content} onChange={draft.change} disabled={!editable} missing={missing} />
          <FieldsPart content={content} onChange={draft.change} disabled={!editable} missing={missing} chosen={chosen} onChoose={setChosen} />
        </div>
        <TemplatePart type={type} content={content} onChange={draft.change} disabled={!editable} chosen={chosen} onChoose={setChosen} />
      </div>
    </Page>
  );
}

import { useQuery } from '@tanstack/react-query';
import { getLicenceType, type LicenceTypeView } from '@tongban/server/src/modules/licences/contract.ts';
import { Alert, App, Button } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { api } from '../../../shared/api.ts';
import { MergePanel } from '../../../shared/draft/MergePanel.tsx';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { formatMoment } from '../../../shared/format/dates.ts';
import { PrimaryButton } from '../../../shared/keyboard/PrimaryButton.tsx';
import { links } from '../../../shared/links.ts';
import { Page } from '../../../shared/page/Page.tsx';
import { PageState } from '../../../shared/page/PageState.tsx';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { text as sharedText } from '../../../shared/text.ts';
import { text } from '../text.ts';
import { StateButtons } from './StateButtons.tsx';
import { controlOf, describePart, faultsOf } from './type-content.ts';
import { TypeForm } from './TypeForm.tsx';
import { TypeStateTag } from './TypeStateTag.tsx';
import { useTypeDraft } from './use-type-draft.ts';

const words = text.types.page;

/** One type of licence: what it is, how it is numbered, how long it lasts and what its face says (LIC-01). */
export function TypePage() {
  const { code = '' } = useParams();
  const type = useQuery({ queryKey: [getLicenceType.id, code], queryFn: () => api.call(getLicenceType, { params: { code } }) });
  return <PageState query={type}>{(data) => <Editor key={data.code} type={data} />}</PageState>;
}

function Editor({ type }: { type: LicenceTypeView }) {
  const navigate = useNavigate();
  const { modal, message } = App.useApp();
  const draft = useTypeDraft(type);
  const editable = type.abilities.edit;
  const missing = useMissing({
    'type-merge': draft.conflicts.length > 0 && words.choose,
    ...Object.fromEntries(faultsOf(draft.value).map(({ path, message }) => [controlOf(path), message])),
  });
  const save = () => {
    if (!missing.check()) return;
    if (draft.unsaved) draft.save();
    else void message.info(sharedText.missing.unchanged);
  };
  const discard = () => modal.confirm({ title: words.gone, content: words.discardLead, okText: words.discard, cancelText: words.keep, onOk: draft.discard });
  return (
    <Page
      title={draft.value.name.trim() || type.name}
      aside={<><TypeStateTag state={type.state} />　<span className="faint">{words.edited(type.updatedByName, formatMoment(type.updatedAt))}</span></>}
      actions={(
        <>
          {draft.unsaved ? <span className="muted small" role="status">{words.unsaved}</span> : null}
          <Button onClick={() => { void navigate(links.licenceTypes()); }}>{words.back}</Button>
          {editable && draft.unsaved ? <Button onClick={discard}>{words.discard}</Button> : null}
          <StateButtons type={type} />
          {editable ? <PrimaryButton loading={draft.busy} onPress={save}>{words.save}</PrimaryButton> : null}
        </>
      )}
    >
      <ProblemAlert problem={draft.problem} />
      {draft.conflicts.length > 0 ? <div id="type-merge" tabIndex={-1}><MergePanel keeper={draft} describe={describePart} /></div> : null}
      {missing.of('type-merge') === undefined ? null : <Alert type="error" showIcon title={missing.of('type-merge')} />}
      {draft.mergedFrom === undefined ? null : <Alert type="info" showIcon title={words.merged(draft.mergedFrom)} />}
      {type.state === 'retired' ? <Alert type="warning" showIcon title={words.retiredLead} description={type.stateReason ? words.retiredFor(type.stateReason) : undefined} /> : editable ? null : <Alert type="info" showIcon title={words.readOnly} />}
      <TypeForm content={draft.value} change={draft.change} missing={missing} disabled={!editable} code={{ value: type.code }} givers={type.givers} changeTypeCode={type.abilities.changeTypeCode} issuerName={type.issuer?.name} />
    </Page>
  );
}

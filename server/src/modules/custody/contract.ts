export {
  actOnBatch, actOnEnvelopes, addPaper, Batch, BatchAct, BatchLine, batchStateLabels, batchStates, EnvelopeAct, EnvelopeFilter, EnvelopeLine, envelopeStateLabels, envelopeStates, EnvelopeView, envelopeViews, exportEnvelopes,
  getBatch, getEnvelope, getEnvelopeOfCase, Leg, legLabels, legs, listBatches, listEnvelopes, makeBatch, materialCheckLabels, materialChecks, mostExportedEnvelopes, resolveCode, summariseEnvelopes,
  type BatchState, type EnvelopeState, type EnvelopeViewName, type MaterialCheck,
} from './envelopes.contract.ts';
export { HandOverRule, handOverMoments, listRules, listSigners, momentLabels, removeRule, RuleInput, saveRule, type HandOverMoment } from './rules.contract.ts';

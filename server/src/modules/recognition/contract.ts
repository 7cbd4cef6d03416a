export {
  Box, createDocumentType, DocumentType, DocumentTypeLine, downloadTypeSample, editDocumentType, fieldKindLabels, fieldKinds, FieldRule, getDocumentType, listDocumentTypes, TypeContent, typeStateLabels, typeStates,
  type FieldKind,
} from './catalogue.contract.ts';
export {
  acknowledgeQuestions, CaseReadings, checkDraftFiles, comparisonLabels, comparisons, correctReading, downloadCasePage, downloadDraftPage, FileReading, getCaseReadings, getDraftReadings, qualityHintLabels, qualityHints,
  Question, questionKinds, readAgain, ReadField, readingNoteLabels, readingNotes, Readings, readingStateLabels, readingStates, switchDraftCheck,
  type Comparison, type QualityHint, type QuestionKind, type ReadingNote, type ReadingState,
} from './reading.contract.ts';
export {
  activateModel, deactivateModel, Evaluation, getOverview, labelSample, listModels, listSamples, modelStateLabels, modelStates, ModelVersion, RecognitionOverview, Sample, sampleOriginLabels, sampleOrigins, trainModel,
  type ModelState, type SampleOrigin,
} from './training.contract.ts';

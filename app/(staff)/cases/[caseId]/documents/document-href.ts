/** Where a document of a case is, or a task on it such as `/redaction`. */
export const documentHref = (caseId: string, documentId: string, task = ''): string =>
  `/cases/${caseId}/documents/${documentId}${task}`;

// What a server gets that renders pages with this package in them: a class that is never
// made, as elements are a browser's. The readable list inside the element is all it writes.

export class DatelineWidget {}

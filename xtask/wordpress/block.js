// The block in the editor: where the data are, and what the post will show of them.

(({ blockEditor, blocks, components, element, i18n, serverSideRender }) => {
  const { createElement: h, Fragment } = element;
  const { __ } = i18n;

  /** JSON that WordPress's filters for authors have nothing to change in. */
  const guarded = (json) => json.replace(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);

  function edit({ attributes, setAttributes }) {
    const { src = '', file, data = '' } = attributes;
    const library = h(blockEditor.MediaUpload, {
      allowedTypes: ['application/json'],
      value: file,
      onSelect: ({ id }) => setAttributes({ file: id }),
      render: ({ open }) => h(components.Button, { variant: 'secondary', onClick: open }, file ? __('Choose another file', 'dateline') : __('Choose a file of the media library', 'dateline')),
    });
    const settings = h(blockEditor.InspectorControls, null, h(components.PanelBody, { title: __('Data', 'dateline') },
      h(components.TextControl, { label: __('Address of article.json', 'dateline'), value: src, onChange: (value) => setAttributes({ src: value }) }),
      library,
      file ? h(components.Button, { variant: 'link', onClick: () => setAttributes({ file: undefined }) }, __('Without the file', 'dateline')) : null,
      h(components.TextareaControl, { label: __('Or the data themselves, pasted here', 'dateline'), value: data, onChange: (value) => setAttributes({ data: guarded(value) }) }),
      h(components.ToggleControl, { label: __('Underline the sentences that carry a fact', 'dateline'), checked: attributes.annotate !== undefined, onChange: (on) => setAttributes({ annotate: on ? '' : undefined }) })));
    const body = src || file || data
      ? h(components.Disabled, null, h(serverSideRender, { block: 'dateline/explainer', attributes }))
      : h(components.Placeholder, { icon: 'calendar-alt', label: __('Dateline', 'dateline'), instructions: __('Give the address of an article.json, choose one of the media library, or paste the data at the side.', 'dateline') }, library);
    return h(Fragment, null, settings, h('div', blockEditor.useBlockProps(), body));
  }

  blocks.registerBlockType('dateline/explainer', {
    apiVersion: 2,
    title: __('Dateline', 'dateline'),
    description: __('A timeline of what happened when, and cards of who says what.', 'dateline'),
    category: 'media',
    icon: 'calendar-alt',
    supports: { html: false },
    attributes: { file: { type: 'integer' }, ...Object.fromEntries(['src', 'data', 'id', 'of', 'show', 'country', 'hide', 'heading', 'lanes', 'folds', 'from', 'to', 'address', 'loading', 'words', 'for', 'annotate', 'theme'].map((name) => [name, { type: 'string' }])) },
    edit,
    save: () => null,
  });
})(window.wp);

// The block in the editor: where the data are, and what the post will show of them. Its
// attributes come from dateline.php, which registers the block.

(({ blockEditor, blocks, components, element, i18n, serverSideRender }) => {
  const { createElement: h, Fragment, useState } = element;
  const { __ } = i18n;
  /** How much data a post may hold, in UTF-16 units, as the widget. */
  const MOST = 16 * 1024 * 1024;

  /** What the post keeps of a text: JSON, in which WordPress's filters for authors have nothing to change; nothing of any other text. */
  function kept(text) {
    try {
      const json = JSON.stringify(JSON.parse(text)).replace(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
      return json.length <= MOST ? json : undefined;
    } catch {
      return undefined;
    }
  }

  function edit({ attributes, setAttributes }) {
    const { src = '', file, data = '' } = attributes;
    const [typed, setTyped] = useState(data);
    const isLost = typed.trim() !== '' && kept(typed) === undefined;
    const library = h(blockEditor.MediaUpload, {
      allowedTypes: ['application/json'],
      value: file,
      onSelect: ({ id }) => setAttributes({ file: id }),
      render: ({ open }) => h(components.Button, { variant: 'secondary', onClick: open }, file ? __('Choose another file', 'dateline') : __('Choose a file of the media library', 'dateline')),
    });
    const pasted = h(components.TextareaControl, {
      label: __('Or the data themselves, pasted here', 'dateline'),
      help: isLost ? __('The post keeps nothing of this: it is no JSON of at most 16 MiB. The command “dateline check” says where the mistake is.', 'dateline') : undefined,
      value: typed,
      onChange: (text) => {
        setTyped(text);
        setAttributes({ data: kept(text) });
      },
    });
    const settings = h(blockEditor.InspectorControls, null, h(components.PanelBody, { title: __('Data', 'dateline') },
      h(components.TextControl, { label: __('Address of article.json', 'dateline'), value: src, onChange: (value) => setAttributes({ src: value }) }),
      library,
      file ? h(components.Button, { variant: 'link', onClick: () => setAttributes({ file: undefined }) }, __('Without the file', 'dateline')) : null,
      pasted,
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
    edit,
    save: () => null,
  });
})(window.wp);

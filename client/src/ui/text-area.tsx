import {
  Label,
  Text,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components';
import './styles/text-field.css';

interface TextAreaProps extends Omit<AriaTextFieldProps, 'children' | 'className' | 'style'> {
  label: string;
  placeholder?: string;
  description?: string;
  rows?: number;
}

/** Several lines of text to type. */
export function TextArea({ label, placeholder, description, rows = 3, ...rest }: TextAreaProps) {
  return (
    <AriaTextField {...rest} className="ui-field">
      <Label className="ui-field-label">{label}</Label>
      <span className="ui-field-frame">
        <AriaTextArea className="ui-input ui-text-area" rows={rows} placeholder={placeholder ?? ''} />
      </span>
      {description && (
        <Text slot="description" className="ui-field-hint">
          {description}
        </Text>
      )}
    </AriaTextField>
  );
}

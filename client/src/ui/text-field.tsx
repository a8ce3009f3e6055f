import {
  FieldError,
  Input,
  Label,
  Text,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components';
import { Icon, type IconName } from './icon.js';
import './styles/text-field.css';

interface TextFieldProps extends Omit<AriaTextFieldProps, 'children' | 'className' | 'style'> {
  label: string;
  isLabelHidden?: boolean;
  placeholder?: string;
  description?: string;
  /** What is wrong with the value; its presence makes the field invalid. */
  error?: string;
  icon?: IconName;
}

/** One line of text to type. */
export function TextField({
  label,
  isLabelHidden,
  placeholder,
  description,
  error,
  icon,
  ...rest
}: TextFieldProps) {
  return (
    <AriaTextField
      {...rest}
      className="ui-field"
      isInvalid={error !== undefined}
      {...(isLabelHidden && { 'aria-label': label })}
    >
      {!isLabelHidden && <Label className="ui-field-label">{label}</Label>}
      <span className="ui-field-frame">
        {icon && <Icon name={icon} size="small" />}
        <Input className="ui-input" placeholder={placeholder ?? ''} />
      </span>
      {description && error === undefined && (
        <Text slot="description" className="ui-field-hint">
          {description}
        </Text>
      )}
      <FieldError className="ui-field-error">
        <Icon name="alert" size="small" />
        {error}
      </FieldError>
    </AriaTextField>
  );
}

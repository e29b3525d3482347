//! The `view!` of `mikrolaan-markup`: the same notation as Leptos's, other code behind it.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use rstml::Infallible;
use rstml::node::{KeyedAttribute, Node, NodeAttribute, NodeBlock, NodeElement};
use syn::spanned::Spanned;
use syn::{Expr, Stmt};

/// Elements as in Leptos's `view!`, each of the one type `mikrolaan_markup::Element`.
///
/// Components (names that begin with a capital) are handed on to Leptos unchanged.
#[proc_macro]
pub fn view(tokens: proc_macro::TokenStream) -> proc_macro::TokenStream {
    match rstml::parse2(tokens.into()) {
        Ok(nodes) => roots(&nodes).into(),
        Err(error) => error.to_compile_error().into(),
    }
}

/// One root stands for itself, several for a list.
fn roots(nodes: &[Node]) -> TokenStream {
    match nodes {
        [Node::Element(element)] => self::element(element),
        [single] => child(single),
        several => {
            let views = several.iter().map(child);
            quote! { ::mikrolaan_markup::fragment(::std::vec![#(#views),*]) }
        }
    }
}

/// A node as one of several: an `AnyView`.
fn child(node: &Node) -> TokenStream {
    match node {
        Node::Element(element) => {
            let element = self::element(element);
            quote! { ::mikrolaan_markup::any(#element) }
        }
        Node::Text(text) => {
            let text = &text.value;
            quote! { ::mikrolaan_markup::any(#text) }
        }
        Node::Block(block) => self::block(block),
        Node::Fragment(fragment) => roots(&fragment.children),
        other => quote_spanned! { other.span() => compile_error!("text is written in quotes") },
    }
}

/// A closure is reactive: it runs again when what it read changes. Its type is erased at once.
fn block(block: &NodeBlock) -> TokenStream {
    let NodeBlock::ValidBlock(block) = block else {
        return quote_spanned! { block.span() => compile_error!("not an expression") };
    };
    match block.stmts.as_slice() {
        [Stmt::Expr(Expr::Closure(closure), None)] => quote! { ::mikrolaan_markup::dynamic(#closure) },
        [Stmt::Expr(value, None)] => quote! { ::mikrolaan_markup::any(#value) },
        _ => quote! { ::mikrolaan_markup::any(#block) },
    }
}

fn element(element: &NodeElement<Infallible>) -> TokenStream {
    if is_component(element) {
        return quote! { ::leptos::prelude::view! { #element } };
    }
    let name = element.name().to_string();
    let attributes = element.attributes().iter().map(attribute);
    let empty = quote! { ::mikrolaan_markup::Element::new(#name) #(#attributes)* };
    element.children.iter().fold(empty, put)
}

/// The element with a node put into it. Text and elements need no `AnyView` around them: the cheapest
/// call that does is chosen here, because there are a thousand of them.
fn put(element: TokenStream, node: &Node) -> TokenStream {
    match node {
        Node::Element(inner) if !is_component(inner) => {
            let inner = self::element(inner);
            quote! { #element.element(#inner) }
        }
        Node::Text(text) => {
            let text = &text.value;
            quote! { #element.text(#text) }
        }
        Node::Block(NodeBlock::ValidBlock(block)) if single_expression(block).is_some_and(|it| !is_closure(it)) => {
            let value = &block.stmts;
            quote! { {
                #[allow(unused_imports)]
                use ::mikrolaan_markup::ChildFallback as _;
                let __element = #element;
                ::mikrolaan_markup::IntoChild(#(#value)*).put_into(__element)
            } }
        }
        other => {
            let view = child(other);
            quote! { #element.child(::mikrolaan_markup::Child::View(#view)) }
        }
    }
}

fn single_expression(block: &syn::Block) -> Option<&Expr> {
    match block.stmts.as_slice() {
        [Stmt::Expr(value, None)] => Some(value),
        _ => None,
    }
}

fn is_closure(value: &Expr) -> bool {
    matches!(value, Expr::Closure(_))
}

fn is_component(element: &NodeElement<Infallible>) -> bool {
    let name = element.name().to_string();
    name.starts_with(char::is_uppercase) || name.contains("::")
}

fn attribute(attribute: &NodeAttribute) -> TokenStream {
    let NodeAttribute::Attribute(attribute) = attribute else {
        return quote_spanned! { attribute.span() => .not_an_attribute() };
    };
    let key = attribute.key.to_string();
    if let (None, Some(text)) = (key.split_once(':'), literal(attribute)) {
        return quote! { .static_attribute(#key, #text) };
    }
    let value = value(attribute);
    match key.split_once(':') {
        Some(("on", event)) => quote! { .on(#event, #value) },
        Some(("prop", name)) => quote! { .property(#name, #value) },
        Some(("class", name)) => quote! { .class_if(#name, #value) },
        _ => quote! { .attribute(#key, #value) },
    }
}

/// The text of an attribute that is written out.
fn literal(attribute: &KeyedAttribute) -> Option<&syn::LitStr> {
    match attribute.value()? {
        Expr::Lit(literal) => match &literal.lit {
            syn::Lit::Str(text) => Some(text),
            _ => None,
        },
        _ => None,
    }
}

/// An attribute without a value is simply there.
fn value(attribute: &KeyedAttribute) -> TokenStream {
    match attribute.value() {
        Some(Expr::Block(block)) if matches!(block.block.stmts.as_slice(), [Stmt::Expr(_, None)]) => {
            let inner = &block.block.stmts;
            quote! { #(#inner)* }
        }
        Some(value) => quote! { #value },
        None => quote! { true },
    }
}
